import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.making import SmallSite, below, draft_news, live_news
from tests.news.staff import PUBLISHING, chief, group, logged_in, member
from wagtail_prcouncil.news.actions import place
from wagtail_prcouncil.news.models import NewsIndexPage, NewsPage, Placement, SectionPage

LIST = "/admin/prcouncil_placements/"
ADD = f"{LIST}new/"
NOW = "2026-11-22 10:00"
DAY = dt.timedelta(days=1)


@pytest.fixture
def desk(site: SmallSite) -> Client:
    return logged_in(chief())


def sent(news: Any, page: Any, **others: Any) -> dict[str, Any]:
    return {"news": news, "shown_on": page, "starts_at": NOW, "ends_at": "", **others}


def test_an_item_is_placed_changed_and_taken_down(site: SmallSite, desk: Client) -> None:
    page = live_news(site)
    assert desk.get(ADD).status_code == 200
    response = desk.post(ADD, sent(page.pk, site.section.pk, is_pinned="on"))
    assert response.status_code == 302, response.context["form"].errors
    placement = Placement.objects.get()
    assert (placement.news, placement.is_pinned) == (page, True)
    assert placement.by.username == "chief"
    assert page.title in desk.get(LIST).content.decode()
    edit = reverse("prcouncil_placements:edit", args=[placement.pk])
    assert desk.get(edit).status_code == 200
    desk.post(edit, sent(page.pk, site.index.pk))
    assert Placement.objects.get().shown_on_id == site.index.pk
    desk.post(reverse("prcouncil_placements:delete", args=[placement.pk]))
    assert not Placement.objects.exists()


def test_jalali_times(site: SmallSite) -> None:
    page = live_news(site)
    client = logged_in(chief("fa"))
    client.post(
        ADD,
        sent(page.pk, site.section.pk, starts_at="۱۴۰۵/۰۹/۰۱ ۱۰:۰۰", ends_at="۱۴۰۵/۰۹/۰۲ ۱۰:۰۰"),
    )
    placement = Placement.objects.get()
    assert placement.starts_at == dt.datetime(2026, 11, 22, 6, 30, tzinfo=dt.UTC)
    assert placement.ends_at - placement.starts_at == DAY
    assert "۲ آذر ۱۴۰۵" in client.get(LIST).content.decode()


@pytest.mark.parametrize(
    ("others", "field"),
    [
        ({"shown_on": 1}, "shown_on"),
        ({"shown_on": "x"}, "shown_on"),
        ({"news": "9" * 30}, "news"),
        ({"news": ""}, "news"),
        ({"ends_at": NOW}, "ends_at"),
        ({"starts_at": "دیروز"}, "starts_at"),
    ],
)
def test_what_is_wrong_is_told_beside_its_field(
    site: SmallSite, desk: Client, others: dict[str, Any], field: str
) -> None:
    words = sent(live_news(site).pk, site.section.pk) | others
    response = desk.post(ADD, words)
    assert response.status_code == 200
    assert field in response.context["form"].errors
    assert not Placement.objects.exists()


def test_twice_on_one_page_is_told(site: SmallSite, desk: Client) -> None:
    page = live_news(site)
    place(Placement(news=page, shown_on=site.section))
    response = desk.post(ADD, sent(page.pk, site.section_en.pk))
    assert "This item is placed on that page already." in response.content.decode()


def test_a_unit_places_on_its_own_pages_only(site: SmallSite) -> None:
    unit = below(site.home, NewsIndexPage, title="خبرهای واحد", slug="unit")
    names = ("add_placement", "change_placement", "delete_placement")
    reporters = group("reporters", *PUBLISHING, below=unit)
    client = logged_in(member(reporters, group("placers", *names)))
    page, draft = live_news(site), draft_news(site)
    theirs = place(Placement(news=page, shown_on=site.section))
    assert client.get(LIST).status_code == 200
    assert page.title not in client.get(f"{LIST}results/").content.decode()
    for verb in ("edit", "delete"):
        url = reverse(f"prcouncil_placements:{verb}", args=[theirs.pk])
        assert client.get(url).status_code == 404
        assert client.post(url, sent(page.pk, unit.pk)).status_code == 404
    for news, shown_on, field in [(page, site.section, "shown_on"), (draft, unit, "news")]:
        response = client.post(ADD, sent(news.pk, shown_on.pk))
        assert field in response.context["form"].errors
    assert client.post(ADD, sent(page.pk, unit.pk)).status_code == 302
    assert page.title in client.get(f"{LIST}results/").content.decode()


def test_the_list_narrows_by_time(site: SmallSite, desk: Client) -> None:
    now = timezone.now()
    spans = {
        "shown": (now - DAY, None),
        "coming": (now + DAY, None),
        "past": (now - 2 * DAY, now - DAY),
    }
    for name, (starts_at, ends_at) in spans.items():
        section = below(site.index, SectionPage, title=name, slug=name)
        news = live_news(site)
        place(Placement(news=news, shown_on=section, starts_at=starts_at, ends_at=ends_at))
    for name in spans:
        rows = desk.get(f"{LIST}results/", {"when": name}).context["object_list"]
        assert [row.shown_on.title for row in rows] == [name]


def test_the_way_leads_from_an_item(site: SmallSite, desk: Client) -> None:
    page = live_news(site)
    way = f"{ADD}?news={page.pk}"
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert way in desk.get(edit).content.decode()
    assert way in desk.get("/admin/prcouncil_news_listing/").content.decode()
    assert page.title in desk.get(way).content.decode()
    for nonsense in ("x", "9" * 40, "-1"):
        assert desk.get(f"{ADD}?news={nonsense}").status_code == 200
    editor = logged_in(member(group("editors", *PUBLISHING, below=site.index)))
    assert way not in editor.get(edit).content.decode()
    assert NewsPage.objects.count() == 1


def test_titles_of_others_are_told_at_no_address(site: SmallSite) -> None:
    """To somebody who may place on pages of their own, and knows keys of others' items."""
    unit = below(site.home, NewsIndexPage, title="خبرهای واحد", slug="unit")
    reporters = group("reporters", *PUBLISHING, below=unit)
    names = ("add_placement", "change_placement", "delete_placement")
    client = logged_in(member(reporters, group("placers", *names)))
    tomorrow = timezone.now() + DAY
    embargoed = live_news(site, title="تیتر فردا", embargoed_until=tomorrow)
    draft = draft_news(site, title="تیتر پیش‌نویس")
    for page in (embargoed, draft):
        assert page.title not in client.get(f"{ADD}?news={page.pk}").content.decode()
        for words in (sent(page.pk, unit.pk), sent(page.pk, ""), sent("", page.pk)):
            response = client.post(ADD, words)
            assert response.status_code == 200
            assert page.title not in response.content.decode()
    theirs = place(Placement(news=embargoed, shown_on=site.section))
    for verb in ("history", "history_results", "usage", "edit", "delete"):
        url = reverse(f"prcouncil_placements:{verb}", args=[theirs.pk])
        assert client.get(url).status_code == 404, verb


def test_a_placement_tells_its_history_to_those_who_may_change_it(
    site: SmallSite, desk: Client
) -> None:
    placement = place(Placement(news=live_news(site), shown_on=site.section))
    for verb in ("history", "usage"):
        url = reverse(f"prcouncil_placements:{verb}", args=[placement.pk])
        assert placement.news.title in desk.get(url).content.decode()


def test_what_a_placement_has_stays_on_show_when_it_is_refused(
    site: SmallSite, desk: Client
) -> None:
    placement = place(Placement(news=live_news(site), shown_on=site.section))
    url = reverse("prcouncil_placements:edit", args=[placement.pk])
    page = placement.news
    page.unpublish()
    names = ("change_placement",)
    client = logged_in(
        member(group("unit", *PUBLISHING, below=site.section), group("placers", *names))
    )
    response = client.post(url, sent(page.pk, site.section.pk))
    assert "news" in response.context["form"].errors
    assert response.context["form"]["news"].value() == str(page.pk)
