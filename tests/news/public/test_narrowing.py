import datetime as dt

import pytest
from django.http import QueryDict
from django.utils import translation
from wagtail.models import PageViewRestriction

from tests.directory.making import agency
from tests.making import SmallSite, below, draft_news, live_news, news_at, small_site
from wagtail_prcouncil.directory.models import Province
from wagtail_prcouncil.news.models import NewsPage, SectionPage
from wagtail_prcouncil.news.public import narrowing
from wagtail_prcouncil.news.public.narrowing import Narrowing, midnight

MIDNIGHT = dt.datetime(2026, 3, 20, 20, 30, tzinfo=dt.UTC)  # 1 Farvardin 1405 begins in Tehran


@pytest.fixture(scope="module")
def written(kept_rows: None) -> SmallSite:
    """A dam's opening by one agency in Qazvin, tagged; and an item that is none of this."""
    site = small_site()
    builder = agency("راه و شهرسازی", name_en="Roads", code="roads")
    qazvin = Province.objects.get(code="IR-26")
    opened = news_at(site, MIDNIGHT, title="گشایش سد", agency=builder, province=qazvin)
    opened.tags.add("آب‌ها")
    opened.save_revision().publish()
    nested = below(site.index, SectionPage, title="ورزش", slug="sport")
    nested.save_revision().publish()
    news_at(site, MIDNIGHT - dt.timedelta(seconds=1), title="خبر دیگر", section=nested)
    return site


@pytest.fixture
def site(written: SmallSite, db: None) -> SmallSite:
    return written


def found(site: SmallSite, asked: str) -> list[str]:
    news = Narrowing(QueryDict(asked), site.fa).news()
    return [page.title for page in news.newest_first()]


DAM, OTHER = "گشایش سد", "خبر دیگر"


@pytest.mark.parametrize(
    ("asked", "titles"),
    [
        ("", [DAM, OTHER]),
        ("utm_source=x&page=2", [DAM, OTHER]),
        ("q=سد", [DAM]),
        ("q=سدّ", [DAM]),
        ("q=دیگر سد", []),
        ("section=sport", [OTHER]),
        ("section=provinces", [DAM]),
        ("agency=roads", [DAM]),
        ("agency=ROADS", [DAM]),
        ("agency=راه و شهرسازي", [DAM]),
        ("agency=roads&agency=roads", [DAM]),
        ("province=IR-26", [DAM]),
        ("province=ir-۲۶", [DAM]),
        ("province=ir-01", []),
        ("tag=آبها", [DAM]),
        ("tag=آبها&q=سد&agency=roads&province=ir-26&section=provinces", [DAM]),
        ("from=1405/1/1", [DAM]),
        ("from=2026-03-21", [DAM]),
        ("to=۱۴۰۴/۱۲/۲۹", [OTHER]),
        ("from=1404/12/29&to=1405/1/1", [DAM, OTHER]),
        ("tag=آبها&to=1404/12/29", []),
    ],
)
def test_what_is_asked_for(site: SmallSite, asked: str, titles: list[str]) -> None:
    with translation.override("fa"):
        assert found(site, asked) == titles


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ("section=99999", "section"),
        ("section=999999999999999999999999", "section"),
        ("section=nowhere", "section"),
        ("agency=nobody", "agency"),
        ("province=ir-99", "province"),
        ("tag=nothing", "tag"),
        ("from=1404/13/1", "from"),
        ("to=x", "to"),
        ("from=0001-01-01", "from"),
        ("to=9999-12-31", "to"),
        ("from=2026-03-22&to=2026-03-21", "to"),
        *((f"{name}=a%00b", name) for name in ("q", "section", "agency", "province", "tag")),
        *((f"{name}={'آ' * 10_000}", name) for name in narrowing.ORDER),
    ],
)
def test_what_makes_no_sense_is_told_and_finds_nothing(
    site: SmallSite, asked: str, field: str
) -> None:
    for language in ("fa", "en"):
        with translation.override(language):
            narrowed = Narrowing(QueryDict(asked), site.fa)
            assert narrowed.is_narrow
            assert list(narrowed.errors) == [field]
            assert not narrowed.news().exists()
            assert narrowed.query_string().isascii()


def test_a_name_of_several_agencies(site: SmallSite) -> None:
    agency("راه و شهرسازی", code="roads-2", province=Province.objects.get(code="IR-01"))
    narrowed = Narrowing(QueryDict("agency=راه و شهرسازی"), site.fa)
    assert "roads, roads-2" in str(narrowed.errors["agency"])


def test_one_address_for_each_question(site: SmallSite) -> None:
    asked = (
        "to=1405/1/31&from=1405/1/1&province=IR-26&agency=راه و شهرسازی&section=provinces&q= سد "
    )
    with translation.override("fa"):
        narrowed = Narrowing(QueryDict(asked), site.fa)
        address = narrowed.query_string()
        assert address == (
            f"q=%D8%B3%D8%AF&section={site.section.pk}&agency=roads&province=ir-26"
            "&from=2026-03-21&to=2026-04-20"
        )
        assert Narrowing(QueryDict(address), site.fa).query_string() == address
        assert narrowed.title.startswith("سد، استان‌ها، راه و شهرسازی، قزوین، ")
        assert narrowed.title.endswith(" ۳۱ فروردین ۱۴۰۵")
    assert "agency=roads&from" in narrowed.query_string(q=None, section=None, province=None)
    with translation.override("en"):
        english = Narrowing(QueryDict(address), site.en)
        assert english.query_string() == address
        assert english.title.endswith(
            "Provinces, Roads, Qazvin, from 21 March 2026, to 20 April 2026"
        )


def test_only_what_readers_may_see(site: SmallSite) -> None:
    shown = NewsPage.objects.get(title=DAM)
    fields = {"agency": shown.agency, "title": "سد پنهان"}
    draft_news(site, **fields)
    live_news(site, **fields).unpublish()
    live_news(site, english_of=shown, **fields)
    later = dt.datetime.now(tz=dt.UTC) + dt.timedelta(days=1)
    live_news(site, embargoed_until=later, **fields)
    private = live_news(site, **fields)
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    other = below(site.home, type(site.index), title="شاخه")
    other.save_revision().publish()
    shown.create_alias(parent=other, update_slug="alias")
    for asked in ("agency=roads", "q=سد", "agency=roads&q=سد", "tag=آبها", "tag=آبها&q=سد"):
        assert found(site, asked) == [DAM], asked


def test_within_a_list(site: SmallSite) -> None:
    sport = SectionPage.objects.get(slug="sport")
    narrowed = Narrowing(QueryDict("q=خبر"), site.fa, sport.news())
    assert [page.title for page in narrowed.news()] == [OTHER]
    assert not Narrowing(QueryDict("q=سد"), site.fa, sport.news()).news().exists()


@pytest.mark.parametrize(
    ("words", "code"), [("50421", 50421), ("۵۰۴۲۱", 50421), ("50421 سد", None)]
)
def test_a_number_is_a_news_code_first(site: SmallSite, words: str, code: int | None) -> None:
    assert Narrowing(QueryDict(f"q={words}"), site.fa).code == code


def test_words_are_looked_for_in_bounded_work(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(narrowing, "MOST_FOUND", 2)
    pages = [live_news(site, title=f"سد {number}") for number in range(5)]
    matching = Narrowing(QueryDict("q=سد"), site.fa).matching
    assert sorted(matching) == [page.pk for page in pages[2:]]


def test_a_day_begins_at_midnight_in_tehran() -> None:
    assert midnight(dt.date(2026, 3, 21)) == MIDNIGHT
    # Summer time, which ended for good in 2022.
    assert midnight(dt.date(2021, 7, 1)) == dt.datetime(2021, 6, 30, 19, 30, tzinfo=dt.UTC)
    assert midnight(dt.date(2026, 3, 20), after=1) == MIDNIGHT


def test_nothing_is_read_where_nothing_is_asked(
    site: SmallSite, django_assert_num_queries: object
) -> None:
    with django_assert_num_queries(0):  # type: ignore[operator]
        narrowed = Narrowing(QueryDict("page=2"), site.fa)
        assert not narrowed.is_narrow
        assert narrowed.query_string() == ""
