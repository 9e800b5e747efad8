import pytest
from django.db import IntegrityError, transaction
from django.test import override_settings
from wagtail.models import PageViewRestriction

from tests.making import SmallSite, below, draft_news, live_news
from wagtail_prcouncil.news.models import NewsCode, NewsIndexPage, NewsPage, SectionPage


def test_a_number_belongs_to_one_item(site: SmallSite) -> None:
    page = live_news(site)
    with pytest.raises(IntegrityError), transaction.atomic():
        NewsCode.objects.create(number=page.code)
    assert str(NewsCode.objects.get()) == str(page.code)


def test_where_pages_may_stand(site: SmallSite) -> None:
    assert NewsPage.can_create_at(site.index)
    assert not NewsPage.can_create_at(site.home)
    assert not NewsPage.can_create_at(site.section)
    assert SectionPage.can_create_at(site.section)
    assert NewsIndexPage.can_create_at(site.home)


def test_an_item_is_filed_under_the_original_section(site: SmallSite) -> None:
    page = live_news(site, section=site.section_en)
    assert page.section == site.section
    english = live_news(site, english_of=page, title="News", section=site.section_en)
    assert english.section == site.section
    assert english.section_here == site.section_en
    assert page.section_here == site.section


def test_a_section_shown_in_its_own_language_or_as_it_is(site: SmallSite) -> None:
    only_persian = below(site.index, SectionPage, title="تنها فارسی")
    only_persian.save_revision().publish()
    english = live_news(site, english_of=draft_news(site), title="News", section=only_persian)
    assert english.section_here == only_persian
    assert draft_news(site, section=None).section_here is None


def test_a_section_that_readers_may_not_see_is_not_named(site: SmallSite) -> None:
    english = live_news(site, english_of=live_news(site), title="News")
    site.section_en.unpublish()
    assert NewsPage.objects.get(pk=english.pk).section_here == site.section
    PageViewRestriction.objects.create(page=site.section, restriction_type="login")
    assert NewsPage.objects.get(pk=english.pk).section_here is None


def test_a_section_lists_what_lies_below_it(site: SmallSite) -> None:
    nested = below(site.section, SectionPage, title="شهرستان‌ها")
    page = live_news(site, section=nested)
    assert list(SectionPage.objects.get(pk=site.section.pk).news()) == [page]


def test_sections_to_go_to_are_below_or_else_beside(site: SmallSite) -> None:
    assert list(site.index.sections()) == [site.section]
    assert list(SectionPage.objects.get(pk=site.section.pk).sections()) == [site.section]


def test_reading_time_counts_lead_and_body(site: SmallSite) -> None:
    page = draft_news(site, lead="واژه " * 300, body=[("paragraph", "<p>" + "واژه " * 300)])
    assert page.reading_minutes == 3
    with override_settings(WAGTAIL_PRCOUNCIL={"READING_WORDS_PER_MINUTE": 600}):
        assert NewsPage.objects.get(pk=page.pk).reading_minutes == 1


def test_before_publication_there_is_no_code_in_the_address(site: SmallSite) -> None:
    draft = draft_news(site, slug="a-draft")
    assert draft.url == "/news/a-draft/"
    assert draft.short_path is None


def test_a_headline_without_words_has_an_address_all_the_same(site: SmallSite) -> None:
    page = live_news(site, title="؟!")
    assert page.url == f"/news/{page.code}/"
