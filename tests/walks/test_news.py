"""A news item's way through the whole site, as its writer, its editor and its readers go it.

The way (c) of docs/architecture.md.
"""

from urllib.parse import quote

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from tests.making import SmallSite, small_site
from wagtail_prcouncil.news.models import NewsPage
from wagtail_prcouncil.pages.models import WorkGroup

WRITTEN = "نشست شوراي هماهنگي روابط‌عمومي"
READ = "نشست شورای هماهنگی روابط‌عمومی"


@pytest.fixture
def site(db: None) -> SmallSite:
    return small_site()


def member(kind: WorkGroup.Kind) -> Client:
    """Somebody of a work group, logged in."""
    user = User.objects.create_user(kind.value, f"{kind.value}@example.invalid", "x")
    user.groups.add(WorkGroup.objects.get(kind=kind).group_id)
    client = Client()
    client.force_login(user)
    return client


def form(**fields: str) -> dict[str, str]:
    names = "slug kicker deck lead hero_image hero_alt hero_caption hero_credit section tags"
    names += " agency agency_name province source_outlet quoted_agency quoted_source quoted_url"
    names += " dateline_place end_mark seo_title search_description go_live_at expire_at"
    names += " update_kind update_note embargoed_until"
    words = dict.fromkeys(names.split(), "") | {
        "title": WRITTEN,
        "body": streamfield([("paragraph", rich_text("<p>متن خبر</p>"))]),
        "related_links": inline_formset([]),
    }
    empty = {"comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0"}
    return nested_form_data(words | fields) | empty


def write(site: SmallSite) -> NewsPage:
    """A unit's reporter writes; an administrator gave them the unit's own index, nothing else."""
    GroupPagePermission.objects.create(
        group=WorkGroup.objects.get(kind="agency_reporter").group,
        page=site.index,
        permission=Permission.objects.get(
            codename="add_page", content_type__app_label="wagtailcore"
        ),
    )
    reporter = member(WorkGroup.Kind.AGENCY_REPORTER)
    assert reporter.post(address_to_add(site), form()).status_code == 302
    draft = NewsPage.objects.get()
    assert (draft.title, draft.live, draft.code) == (READ, False, None)
    # Those who may not publish cannot, whatever they send.
    reporter.post(address_to_edit(draft), form(**{"action-publish": "1"}))
    assert not NewsPage.objects.get().live
    return draft


def address_to_add(site: SmallSite) -> str:
    return reverse("wagtailadmin_pages:add", args=["prcouncil_news", "newspage", site.index.pk])


def address_to_edit(page: NewsPage) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def publish(site: SmallSite, chief: Client, page: NewsPage, **words: str) -> NewsPage:
    """The desk chief files the item under the section and publishes it."""
    sent = form(section=str(site.section.pk), **words, **{"action-publish": "1"})
    assert chief.post(address_to_edit(page), sent).status_code == 302
    return NewsPage.objects.get(pk=page.pk)


def lists(word: str) -> list[str]:
    """Public addresses on which an item with this word shows."""
    return ["/", "/news/", "/news/provinces/", f"/search/?q={quote(word)}"]


def test_from_the_reporter_to_the_readers(site: SmallSite, client: Client) -> None:
    draft = write(site)
    assert READ not in client.get("/news/").content.decode()
    chief = member(WorkGroup.Kind.DESK_CHIEF)
    page = publish(site, chief, draft, slug=draft.slug)
    assert page.live
    assert page.code
    for address in [*lists("روابطعمومي"), page.url, f"{page.url}print/"]:
        assert READ in client.get(address).content.decode(), address
    assert page.full_url in client.get("/sitemap.xml").content.decode()
    assert client.get(f"/n/{page.code}/").headers["Location"] == page.url

    # Corrected, it keeps its code; its old address leads to the new one.
    note = "عنوان نشست درست شد."
    told = {"update_kind": "correction", "update_note": note}
    again = publish(site, chief, page, title="نشست دوم شورا", slug="نشست-دوم", **told)
    assert note in client.get(again.url).content.decode()
    assert again.code == page.code
    assert client.get(page.url).headers["Location"] == again.url
    assert "نشست دوم شورا" in client.get(again.url).content.decode()

    # Withdrawn, it is nowhere, and nobody else gets its code.
    again.unpublish()
    for address in lists("نشست"):
        assert "نشست دوم شورا" not in client.get(address).content.decode(), address
    assert client.get(again.url).status_code == 410
    assert chief.post(address_to_add(site), form(**{"action-publish": "1"})).status_code == 302
    assert NewsPage.objects.exclude(pk=page.pk).get().code == page.code + 1
