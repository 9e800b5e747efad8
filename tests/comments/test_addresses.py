from uuid import UUID

from django.test import override_settings

from tests.comments.making import open_page
from tests.making import SmallSite
from wagtail_prcouncil.comments import addresses

KEY = UUID("00000000-0000-4000-8000-000000000001")


def test_an_alias_has_the_addresses_of_what_it_mirrors(site: SmallSite) -> None:
    page = open_page(site)
    alias = page.create_alias(update_slug="mirrored")
    for path in (addresses.thread_path, addresses.form_path, addresses.feed_path):
        assert path(alias) == path(page)
        assert f"/{page.pk}/" in path(page)
    assert str(KEY) in addresses.comment_path(KEY)
    assert str(KEY) in addresses.report_path(KEY)


def test_what_is_purged_is_public(site: SmallSite) -> None:
    page = open_page(site)
    assert set(addresses.addresses_of([page])) >= {
        f"http://localhost/comments/thread/{page.pk}/",
        f"http://localhost/comments/thread/{page.pk}/feed/",
    }


def test_a_site_may_leave_the_addresses_out(site: SmallSite) -> None:
    page = open_page(site)
    with override_settings(ROOT_URLCONF="tests.comments.urls_without_comments"):
        assert addresses.thread_path(page) == addresses.comment_path(KEY) == ""
        assert list(addresses.addresses_of([page])) == []
