import datetime as dt

import pytest
from django.http import QueryDict
from django.utils import translation

from tests.directory.making import agency
from tests.making import SmallSite, below, live_news, news_at, small_site
from wagtail_prcouncil.directory.models import Province
from wagtail_prcouncil.news.models import NewsPage, SectionPage
from wagtail_prcouncil.news.public import tallies
from wagtail_prcouncil.news.public.archive import Calendar
from wagtail_prcouncil.news.public.narrowing import Narrowing
from wagtail_prcouncil.news.public.tallies import Tallies, Tally


@pytest.fixture
def site(db: None) -> SmallSite:
    return small_site()


def counted(site: SmallSite, asked: str, *, english: bool = False) -> Tallies:
    locale = site.en if english else site.fa
    return Tallies(
        Narrowing(QueryDict(asked), locale),
        Calendar(is_jalali=not english),
        SectionPage.objects.tree(),
        list(Province.objects.by_name()),
    )


def shown(tally: Tally) -> list[tuple[str, int, str]]:
    return [(choice.words, choice.number, choice.query) for choice in tally.choices]


def test_where_the_news_found_lie(site: SmallSite) -> None:
    sport = below(site.index, SectionPage, title="ورزش", slug="sport")
    sport.save_revision().publish()
    roads, water = agency("راه", code="roads"), agency("آب", code="water")
    qazvin, qom = Province.objects.get(code="IR-26"), Province.objects.get(code="IR-25")
    moment = dt.datetime(2025, 7, 1, tzinfo=dt.UTC)
    for number in range(3):
        page = news_at(
            site,
            moment - dt.timedelta(days=200 * number),
            title=f"سد {number}",
            agency=roads if number else water,
            province=qom if number else qazvin,
            section=sport if number else site.section,
        )
        page.tags.add("آب", *(["برق"] if number else []))
        page.save_revision().publish()
    news_at(site, moment, title="دیگر")
    with translation.override("fa"):
        found = counted(site, "q=سد")
        assert found.total == 3
        named = {str(tally.label): shown(tally) for tally in found.all()}
    base = "?q=%D8%B3%D8%AF&"
    assert list(named.values()) == [
        [("ورزش", 2, f"{base}section={sport.pk}"),
         ("استان‌ها", 1, f"{base}section={site.section.pk}")],
        [("راه", 2, f"{base}agency=roads"), ("آب", 1, f"{base}agency=water")],
        [("قم", 2, f"{base}province=ir-25"), ("قزوین", 1, f"{base}province=ir-26")],
        [("آب", 3, f"{base}tag=%D8%A2%D8%A8"), ("برق", 2, f"{base}tag=%D8%A8%D8%B1%D9%82")],
        [("۱۴۰۴", 1, f"{base}from=2025-03-21&to=2026-03-20"),
         ("۱۴۰۳", 2, f"{base}from=2024-03-20&to=2025-03-20")],
    ]  # fmt: skip


def test_what_is_chosen_or_parts_nothing_is_left_out(site: SmallSite) -> None:
    live_news(site, agency=agency("راه", code="roads"))
    live_news(site, agency=agency("آب"))
    assert len(counted(site, "").all()) == 1
    assert counted(site, "agency=roads").all() == []
    assert counted(site, "agency=nobody").all() == []
    assert counted(site, "agency=nobody").total == 0


def test_sections_in_the_language_of_the_list(site: SmallSite) -> None:
    other = below(site.index, SectionPage, title="ورزش")
    other.save_revision().publish()
    for section in (site.section, other):
        live_news(site, english_of=live_news(site, section=section), section=section)
    [tally] = counted(site, "", english=True).all()
    assert {choice.words for choice in tally.choices} == {"Provinces", "ورزش"}


def test_only_so_many_are_looked_through(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch, django_assert_max_num_queries: object
) -> None:
    monkeypatch.setattr(tallies, "MOST_FOUND", 2)
    owners = [agency() for _ in range(3)]
    for owner in owners:
        live_news(site, agency=owner)
    found = counted(site, "")
    assert (found.total, found.most) == (None, 2)
    assert found.narrowing.form.councils == {}  # the form has asked for them
    with django_assert_max_num_queries(3):  # type: ignore[operator]
        [tally] = found.all()
    assert {choice.words for choice in tally.choices} == {owners[1].name, owners[2].name}


def test_private_news_are_not_counted(site: SmallSite) -> None:
    live_news(site).unpublish()
    NewsPage.objects.filter(pk=live_news(site).pk).update(
        embargoed_until=dt.datetime.now(tz=dt.UTC) + dt.timedelta(days=1)
    )
    assert counted(site, "").total == 0
