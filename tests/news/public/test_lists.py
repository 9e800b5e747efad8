import pytest
from django.http import Http404, QueryDict

from tests.directory.making import agency
from tests.making import SmallSite, below, live_news, small_site
from wagtail_prcouncil.news.models import NewsPage, SectionPage
from wagtail_prcouncil.news.public.lists import Chip, NewsList, shown
from wagtail_prcouncil.pages.facets import Facets


@pytest.fixture
def site(db: None) -> SmallSite:
    return small_site()


def asked(page: object, question: str = "") -> NewsList:
    return NewsList(type(page).objects.get(pk=page.pk), QueryDict(question))  # type: ignore[attr-defined]


def test_the_ways_back_from_what_was_asked_for(site: SmallSite) -> None:
    agency("راه", code="roads")
    found = asked(site.index, "agency=roads&q=سد&before=1-1")
    assert found.chips == [Chip("سد", "?agency=roads"), Chip("راه", "?q=%D8%B3%D8%AF")]
    assert not found.is_first
    assert asked(site.index).is_first


@pytest.mark.parametrize(
    ("question", "query"),
    [
        ("", ""),
        ("utm=1", ""),
        ("agency=roads", "?agency=roads"),
        ("agency=ROADS&agency=roads", "?agency=roads"),
        ("q=سد", None),
        ("agency=roads&province=ir-26", None),
        ("from=2026-03-21", None),
        ("agency=nobody", None),
    ],
)
def test_what_search_engines_are_told(site: SmallSite, question: str, query: str | None) -> None:
    agency("راه", code="roads")
    assert asked(site.index, question).canonical_query == query


def test_the_form_says_what_was_asked_for(site: SmallSite) -> None:
    agency("راه", code="roads")
    form = asked(site.index, f"section={site.section.pk}&agency=راه&province=IR-26").form
    assert form["section"].value() == str(site.section.pk)
    assert form["province"].value() == "ir-26"
    assert form["agency"].value() == "roads"
    assert form["agency"].is_hidden
    assert "selected>استان‌ها<" in str(form["section"])


def test_a_section_is_narrowed_by_those_below_it(site: SmallSite) -> None:
    below(site.index, SectionPage, title="ورزش").save_revision().publish()
    assert asked(site.section).form["section"].is_hidden
    nested = below(site.section, SectionPage, title="شهرستان‌ها")
    nested.save_revision().publish()
    choices = asked(site.section).form.fields["section"].widget.choices
    assert [words for _pk, words in choices][1:] == ["شهرستان‌ها"]


def test_feeds_of_a_list(site: SmallSite) -> None:
    section = SectionPage.objects.get(pk=site.section.pk)
    assert asked(section, "from=2026-03-21").feed_query == f"section={section.pk}&from=2026-03-21"
    assert asked(site.index, "q=a").feed_query == f"q=a&index={site.index.pk}"


def test_windows_keep_what_was_asked_for(site: SmallSite, settings: pytest.FixtureRequest) -> None:
    settings.WAGTAIL_PRCOUNCIL = {"NEWS_PAGE_SIZE": 2}
    pages = [live_news(site, title=f"سد {number}") for number in range(5)]
    for page in pages:
        page.tags.add("آب")
        page.save_revision().publish()
    live_news(site)
    for question in ("q=سد", "tag=آب", "tag=آب&q=سد"):
        first = asked(site.index, question).window
        assert list(first.items) == pages[:2:-1]
        older = first.older_url.lstrip("?")
        assert older.startswith(asked(site.index, question).narrowing.query_string())
        second = asked(site.index, older).window
        assert list(second.items) == pages[2:0:-1]
        assert list(asked(site.index, second.newer_url.lstrip("?")).window.items) == pages[:2:-1]
        assert list(asked(site.index, f"{question}&oldest").window.items) == pages[1::-1]


def test_a_position_that_is_none(site: SmallSite) -> None:
    with pytest.raises(Http404):
        shown(NewsPage.objects.readable(), QueryDict("before=x"))


def test_the_archive_of_the_year_shown(site: SmallSite) -> None:
    assert asked(site.index).archive is None
    page = live_news(site)
    archive = asked(site.index).archive
    assert archive is not None
    start, end = archive.calendar.span(archive.year)
    assert start <= page.published_at < end


def test_what_a_list_is_about_when_one_thing_was_asked_for(site: SmallSite) -> None:
    roads = agency("راه", code="roads")
    assert asked(site.index, "agency=roads").about == Facets(agency_id=roads.pk)
    for question in ("", "q=سد", "agency=roads&q=سد", "agency=x", f"section={site.section.pk}"):
        assert asked(site.index, question).about is None, question
    assert asked(site.section, "agency=roads").about is None
