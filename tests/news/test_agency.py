"""Whose news it is and where it happened: two facts that an editor chooses."""

import datetime as dt

import pytest
from django.db import connection
from django.db.models import ProtectedError
from django.test import Client, RequestFactory
from pytest_django import DjangoAssertNumQueries
from wagtail_localize.models import Translation, TranslationSource

from tests.directory.making import agency
from tests.making import SmallSite, draft_news, live_news
from wagtail_prcouncil.directory.models import Agency, Province
from wagtail_prcouncil.news.models import NewsPage
from wagtail_prcouncil.pages.facets import Facets, facets_of
from wagtail_prcouncil.ui.renditions import TEASER


@pytest.fixture
def qazvin(db: None) -> Province:
    return Province.objects.get(code="IR-26")


@pytest.fixture
def roads(qazvin: Province) -> Agency:
    return agency("ادارهٔ راه قزوین", name_en="Qazvin Roads", province=qazvin)


def test_the_byline_is_the_agency_in_the_language_of_the_page(
    site: SmallSite, roads: Agency, client: Client
) -> None:
    page = live_news(site, agency=roads)
    english = live_news(site, english_of=page, title="News", agency=roads)
    assert (page.byline, english.byline) == ("ادارهٔ راه قزوین", "Qazvin Roads")
    assert (page.province_name, english.province_name) == ("قزوین", "Qazvin")
    for path in ("", "print/"):
        assert "ادارهٔ راه قزوین" in client.get(page.url + path).content.decode()
    assert "Qazvin Roads" in client.get("/en/news/").content.decode()


def test_a_body_that_is_not_in_the_register_is_named_as_written(site: SmallSite) -> None:
    assert live_news(site, agency_name="انجمن دوستداران رود").byline == "انجمن دوستداران رود"
    assert live_news(site).byline == ""


def test_the_province_is_the_agency_s_unless_another_is_named(
    site: SmallSite, roads: Agency, qazvin: Province
) -> None:
    assert live_news(site, agency=roads).province == qazvin
    yazd = Province.objects.get(code="IR-21")
    assert live_news(site, agency=roads, province=yazd).province == yazd
    assert live_news(site, agency=agency()).province is None


def test_facets(site: SmallSite, roads: Agency, qazvin: Province) -> None:
    page = live_news(site, agency=roads)
    assert facets_of(page) == Facets(site.section.pk, roads.pk, qazvin.pk)


def test_news_of_an_agency(site: SmallSite, roads: Agency, qazvin: Province) -> None:
    page = live_news(site, agency=roads)
    live_news(site, province=qazvin)
    assert list(NewsPage.objects.for_agency(roads.pk)) == [page]


@pytest.mark.parametrize(
    ("fact", "index"), [("agency", "newspage_agency"), ("province", "newspage_province")]
)
def test_their_newest_are_read_along_an_index(db: None, fact: str, index: str) -> None:
    """What is to be kept from is reading all news of the site and sorting them.

    In a table this small all plans cost PostgreSQL the same, so those that are no answer for a
    large one are shut to it, the walk along all news included.
    """
    newest = NewsPage.objects.filter(**{fact: 1}).newest_first().values_list("pk")[:20]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            for way in ("seqscan", "bitmapscan", "sort"):
                cursor.execute(f"SET LOCAL enable_{way} = off")
            cursor.execute("DROP INDEX newspage_published")
        plan = newest.explain()
    assert index in plan
    assert "Sort" not in plan.replace("Incremental Sort", "").replace("Sort Key", "")
    assert "TEMP B-TREE" not in plan


def test_a_list_asks_nothing_for_its_bylines(
    site: SmallSite, roads: Agency, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(3):
        live_news(site, agency=roads)
    with django_assert_num_queries(1):
        items = list(NewsPage.objects.for_cards(*TEASER.specs))
        assert {page.byline for page in items} == {"ادارهٔ راه قزوین"}


def test_a_renamed_agency_shows_in_lists_that_are_kept(
    site: SmallSite, roads: Agency, client: Client
) -> None:
    live_news(site, agency=roads)
    assert "ادارهٔ راه قزوین" in client.get("/news/").content.decode()
    roads.name = "ادارهٔ راه و پل قزوین"
    roads.save()
    assert "ادارهٔ راه و پل قزوین" in client.get("/news/").content.decode()


def test_the_agency_is_asked_only_where_a_save_may_write_it(site: SmallSite, roads: Agency) -> None:
    live_news(site, agency=roads)
    NewsPage.objects.update(province=None)
    page = NewsPage.objects.get()
    page.save(update_fields=["lead"])
    assert page.province_id is None
    page.save(update_fields=["agency", "province"])
    assert NewsPage.objects.get().province == roads.province


@pytest.mark.parametrize("words", ["ادارهٔ راه قزوین", "Qazvin Roads"])
def test_news_are_found_by_their_agency(
    site: SmallSite, roads: Agency, client: Client, words: str
) -> None:
    page = live_news(site, agency=roads)
    assert page.title in client.get("/search/", {"q": words}).content.decode()


def test_a_translation_follows_agency_and_province(
    site: SmallSite, roads: Agency, qazvin: Province
) -> None:
    """They are facts: synchronised, never translated."""
    page = live_news(site, agency=roads, quoted_agency=roads)
    source, _new = TranslationSource.update_or_create_from_instance(page)
    translation = Translation.objects.create(source=source, target_locale=site.en)
    translation.save_target(publish=True)
    english = NewsPage.objects.get(locale=site.en)
    assert (english.agency, english.quoted_agency, english.province) == (roads, roads, qazvin)

    other = agency(province=None)
    page.agency, page.province = other, Province.objects.get(code="IR-21")
    page.save_revision().publish()
    source.update_from_db()
    translation.save_target(publish=True)
    english.refresh_from_db()
    assert (english.agency, english.province.code) == (other, "IR-21")


def test_an_agency_in_the_news_is_not_deleted(site: SmallSite, roads: Agency) -> None:
    live_news(site, agency=roads)
    with pytest.raises(ProtectedError):
        roads.delete()


def test_a_draft_that_names_a_deleted_agency_opens(site: SmallSite, roads: Agency) -> None:
    page = draft_news(site)
    page.agency = page.quoted_agency = roads
    page.save_revision()
    NewsPage.objects.update(agency=None, quoted_agency=None)
    roads.delete()
    draft = NewsPage.objects.get().get_latest_revision_as_object()
    assert (draft.agency, draft.quoted_agency) == (None, None)
    draft.save_revision().publish()
    assert NewsPage.objects.get().live


def test_a_closed_agency_keeps_its_news_and_their_translations(
    site: SmallSite, roads: Agency, rf: RequestFactory
) -> None:
    """A scheduled publication and a translation are no new use."""
    page = live_news(site, agency=roads)
    Agency.objects.update(closed_on=dt.date(2020, 1, 1), closing_reason="abolished")
    page.refresh_from_db()
    page.save_revision().publish()
    english = page.copy_for_translation(site.en)
    assert english.agency == roads
