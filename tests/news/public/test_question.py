import datetime as dt

import pytest
from django.http import QueryDict
from wagtail.models import PageViewRestriction

from tests.making import SmallSite, below, live_news, small_site
from wagtail_prcouncil.news.models import NewsIndexPage, SectionPage
from wagtail_prcouncil.news.public.question import ORDER, NewsQuestion, in_address


@pytest.fixture
def site(db: None) -> SmallSite:
    return small_site()


def test_fields_in_the_order_of_addresses(site: SmallSite) -> None:
    assert tuple(NewsQuestion(QueryDict(""), site.fa).fields) == ORDER


def test_a_section_in_the_language_of_the_list(site: SmallSite) -> None:
    for name in (site.section.pk, site.section_en.pk):
        for locale, section in ((site.fa, site.section), (site.en, site.section_en)):
            question = NewsQuestion(QueryDict(f"section={name}"), locale)
            assert question.chosen == {"section": section}
            assert in_address(question.chosen["section"]) == str(site.section.pk)


def test_a_section_without_translation_and_one_that_is_private(site: SmallSite) -> None:
    sport = below(site.index, SectionPage, title="ورزش", slug="sport")
    assert NewsQuestion(QueryDict(f"section={sport.pk}"), site.en).errors
    sport.save_revision().publish()
    assert NewsQuestion(QueryDict(f"section={sport.pk}"), site.en).chosen == {"section": sport}


def test_an_index_in_the_language_of_the_list(site: SmallSite) -> None:
    for name in (site.index.pk, site.index_en.pk):
        for locale, page in ((site.fa, site.index), (site.en, site.index_en)):
            question = NewsQuestion(QueryDict(f"index={name}"), locale)
            assert question.chosen == {"index": page}
            assert in_address(question.chosen["index"]) == str(site.index.pk)
    unit = below(site.home, NewsIndexPage, title="خبرهای آب", slug="water")
    unit.save_revision().publish()
    assert NewsQuestion(QueryDict(f"index={unit.pk}"), site.fa).chosen == {"index": unit}
    assert NewsQuestion(QueryDict(f"index={unit.pk}"), site.en).errors, "it has no news in English"
    PageViewRestriction.objects.create(page=unit, restriction_type="login")
    for name in (unit.pk, site.section.pk, "water", "x", "9" * 20, "%00"):
        assert NewsQuestion(QueryDict(f"index={name}"), site.fa).errors


def test_values_in_addresses(site: SmallSite) -> None:
    page = live_news(site)
    page.tags.add("آب")
    assert in_address(dt.date(2026, 3, 21)) == "2026-03-21"
    assert in_address(page.tags.get()) == "آب"
