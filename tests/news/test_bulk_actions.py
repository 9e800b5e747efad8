from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.directory.making import agency
from tests.making import SmallSite, below, draft_news, live_news
from tests.news.staff import PUBLISHING, chief, group, logged_in, member
from wagtail_prcouncil.news import bulk_actions
from wagtail_prcouncil.news.models import NewsIndexPage, NewsPage, SectionPage

LIST = "/admin/prcouncil_news_listing/"


@pytest.fixture
def economy(site: SmallSite) -> SectionPage:
    return below(site.index, SectionPage, title="اقتصاد", slug="economy")


@pytest.fixture
def desk(site: SmallSite) -> Client:
    return logged_in(chief())


def address(action: str, **asked: Any) -> str:
    url = reverse("wagtail_bulk_action", args=["prcouncil_news", "newspage", action])
    parts = [f"{name}={value}" for name, values in asked.items() for value in _several(values)]
    return f"{url}?{'&'.join(parts)}"


def _several(values: Any) -> list[Any]:
    return values if isinstance(values, list) else [values]


def sections(*pages: NewsPage) -> list[str]:
    return [NewsPage.objects.get(pk=page.pk).section.title for page in pages]


def test_the_list_offers_the_actions_of_news(site: SmallSite, desk: Client) -> None:
    live_news(site)
    html = desk.get(LIST).content.decode()
    for action in ("publish", "unpublish", "move", "delete", "refile"):
        assert address(action).rstrip("?") in html
    assert "/bulk/wagtailcore/page/" not in html


def test_chosen_items_are_refiled(site: SmallSite, economy: SectionPage, desk: Client) -> None:
    first, second, other = (live_news(site) for _n in range(3))
    url = address("refile", id=[first.pk, second.pk], next=LIST)
    assert first.title in desk.get(url).content.decode()
    water = agency()
    response = desk.post(url, {"section": economy.pk, "agency": water.pk}, follow=True)
    assert response.redirect_chain[-1][0] == LIST
    assert "2 items were changed, for readers too." in response.content.decode()
    assert sections(first, second, other) == ["اقتصاد", "اقتصاد", site.section.title]
    assert NewsPage.objects.get(pk=first.pk).agency == water


def test_all_in_the_list_are_those_that_its_filters_and_its_search_find(
    site: SmallSite, economy: SectionPage, desk: Client
) -> None:
    water = agency()
    found = live_news(site, agency=water, title="آبرسانی به كتابخانه")
    unsearched = live_news(site, agency=water, title="چیزی دیگر")
    unfiltered = live_news(site, title="کتابخانه‌ای دیگر")
    url = address("refile", id="all", agency=water.pk, q="کتابخانه", next=LIST)
    html = desk.get(url).content.decode()
    assert [page.title in html for page in (found, unsearched, unfiltered)] == [True, False, False]
    desk.post(url, {"section": economy.pk})
    theirs = site.section.title
    assert sections(found, unsearched, unfiltered) == ["اقتصاد", theirs, theirs]


def test_so_are_those_that_are_unpublished(site: SmallSite, desk: Client) -> None:
    out, stays = live_news(site), live_news(site)
    desk.post(address("unpublish", id="all", code=out.code), {})
    assert [NewsPage.objects.get(pk=page.pk).live for page in (out, stays)] == [False, True]


def test_a_reporter_changes_the_news_of_their_own_index_only(
    site: SmallSite, economy: SectionPage
) -> None:
    unit = below(site.home, NewsIndexPage, title="خبرهای واحد", slug="unit")
    own = unit.add_child(instance=NewsPage(title="خبر واحد", locale=site.fa, section=site.section))
    other = live_news(site)
    client = logged_in(member(group("reporters", *PUBLISHING, below=unit)))
    for asked in ([own.pk, other.pk], "all"):
        client.post(address("refile", id=asked), {"section": economy.pk})
        assert sections(own, other) == ["اقتصاد", site.section.title]


def test_too_many_are_refused_before_anything_is_done(
    site: SmallSite, economy: SectionPage, desk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk_actions, "MOST", 1)
    pages = [live_news(site), live_news(site)]
    response = desk.post(
        address("refile", id="all", next=LIST), {"section": economy.pk}, follow=True
    )
    assert "At most 1 items at once." in response.content.decode()
    assert sections(*pages) == [site.section.title] * 2


def test_a_wrong_form_is_told_beside_its_fields(site: SmallSite, desk: Client) -> None:
    page = draft_news(site)
    closed = agency(closed_on="2024-03-20", closing_reason="abolished")
    url = address("refile", id=page.pk)
    for sent, sentence in [
        ({}, "Choose a section or an agency."),
        ({"section": "x"}, "Select a valid choice."),
        ({"agency": closed.pk}, closed.name),
        ({"agency": "x"}, "Select a valid choice."),
    ]:
        response = desk.post(url, sent)
        assert response.status_code == 200
        assert sentence in response.content.decode()


@pytest.mark.parametrize("key", ["x", "", "9" * 40, "-1", "%00", "0"])
def test_keys_that_no_item_has_break_nothing(site: SmallSite, desk: Client, key: str) -> None:
    for action in ("publish", "unpublish", "move", "delete", "refile"):
        assert desk.get(address(action, id=key)).status_code < 500


@pytest.mark.parametrize("nonsense", ["abc", "9" * 20, "-1", "\0"])
@pytest.mark.parametrize("name", ["section", "agency"])
def test_no_key_is_told_beside_its_field(
    site: SmallSite, desk: Client, name: str, nonsense: str
) -> None:
    page = live_news(site)
    response = desk.post(address("refile", id=page.pk), {name: nonsense})
    assert response.status_code == 200
    assert list(response.context["form"].errors) == [name]
    assert sections(page) == [site.section.title]
