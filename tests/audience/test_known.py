from django.db import connection
from django.test import override_settings
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction

from tests.making import SmallSite, draft_news, live_news
from wagtail_prcouncil.audience.known import KnownPage, forget, known_page, readable_page


def test_a_page_is_known_by_plain_ids(site: SmallSite) -> None:
    page = live_news(site)
    assert known_page(page.pk) == KnownPage(
        page_id=page.pk,
        item=page.translation_key,
        site_id=site.site.pk,
        locale_id=site.fa.pk,
        section_id=site.section.pk,
        agency_id=None,
        province_id=None,
    )


def test_what_is_known_is_kept_and_so_is_that_nothing_is(site: SmallSite) -> None:
    page, draft = live_news(site), draft_news(site)
    for key in (page.pk, draft.pk):
        known_page(key)
    with CaptureQueriesContext(connection) as asked:
        assert known_page(page.pk)
        assert known_page(draft.pk) is None
    assert len(asked) == 0


def test_what_is_published_or_withdrawn_is_asked_for_anew(site: SmallSite) -> None:
    draft = draft_news(site)
    assert known_page(draft.pk) is None
    draft.save_revision().publish()
    assert known_page(draft.pk)
    Page.objects.get(pk=draft.pk).specific.unpublish()
    assert known_page(draft.pk) is None


def test_forgotten_a_page_is_asked_for_again(site: SmallSite) -> None:
    page = live_news(site)
    assert known_page(page.pk)
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert known_page(page.pk), "kept for a minute"
    forget(page.pk)
    assert known_page(page.pk) is None


def test_pages_of_a_site_without_our_querysets_are_found(site: SmallSite) -> None:
    with override_settings(WAGTAIL_PRCOUNCIL={"AUDIENCE_PAGE_TYPES": ["wagtailcore.Page"]}):
        assert readable_page(site.section.pk)
        assert readable_page(site.home.pk)
