from django.test import Client

from tests.directory.making import agency, register
from tests.making import SmallSite
from wagtail_prcouncil.directory.models import AgencyIndexPage, Province
from wagtail_prcouncil.directory.public.profiles import Profile
from wagtail_prcouncil.pages.facets import Facets, facets_of
from wagtail_prcouncil.pages.shown import Shown
from wagtail_prcouncil.ui.teasers import Teaser


def test_what_is_shown_is_what_the_page_is_about(site: SmallSite) -> None:
    page = register(site)
    qazvin = Province.objects.get(code="IR-26")
    water = agency("آب", code="water", name_en="Water", province=qazvin)
    assert (facets_of(page), page.shown()) == (Facets(), Shown("دستگاه‌ها"))
    page.profile = Profile(water)
    assert facets_of(page) == Facets(agency_id=water.pk, province_id=qazvin.pk)
    assert page.shown() == Shown("آب", "water/")
    english = page.get_translation(site.en)
    english.profile = page.profile
    assert english.shown() == Shown("Water", "water/")


def test_what_lists_and_caches_know_of_it(site: SmallSite) -> None:
    page = register(site)
    page.intro = "همهٔ دستگاه‌ها"
    agency(code="water")
    assert Teaser.of(page, None).text == "همهٔ دستگاه‌ها"
    assert page.get_cached_paths() == ["/", "/popolo.json", "/export.csv", "/water/"]


def test_profiles_are_in_the_sitemap(site: SmallSite, client: Client) -> None:
    register(site)
    agency(code="water").save_revision()
    listed = client.get("/sitemap.xml").content.decode()
    for address in ("agencies/", "agencies/water/", "en/agencies/water/"):
        assert f"<loc>http://localhost/{address}</loc>" in listed


def test_a_site_may_subclass_it() -> None:
    assert AgencyIndexPage.parent_page_types is None
    assert AgencyIndexPage.clean_subpage_models() == []
