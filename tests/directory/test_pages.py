from django.test import Client

from tests.directory.making import agency, register
from tests.making import SmallSite, live_news
from wagtail_prcouncil.directory.models import Agency, AgencyIndexPage, Province
from wagtail_prcouncil.directory.public.profiles import Profile
from wagtail_prcouncil.news.models import NewsPage
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


def test_what_is_kept_of_the_register_is_never_older_than_it(
    site: SmallSite, client: Client
) -> None:
    """Lines, names and counts that change in whatever way."""
    page = register(site)
    water = agency(name="شرکت آب", parent=agency(name="وزارت نیرو"))
    qazvin = Province.objects.get(code="IR-26")

    def html() -> str:
        return client.get(page.url).content.decode()

    assert html() == html()
    for change, words in (
        (lambda: Agency.objects.filter(pk=water.pk).update(name="شرکت برق"), "شرکت برق"),
        (lambda: Agency.objects.filter(pk=water.parent_id).update(name="وزارت کار"), "وزارت کار"),
        (lambda: Agency.objects.filter(pk=water.pk).update(province=qazvin), "قزوین: ۱ "),
        (lambda: Province.objects.filter(pk=qazvin.pk).update(name="قزوین نو"), "قزوین نو"),
    ):
        assert words not in html()
        change()
        assert words in html()


def test_nor_what_is_kept_of_a_profile(site: SmallSite, client: Client) -> None:
    page = register(site)
    ministry = agency("وزارت نیرو", code="energy")
    water = agency("شرکت آب", parent=ministry)
    news = live_news(site, agency=ministry, title="خبر نیرو")

    def html() -> str:
        return client.get(f"{page.url}energy/").content.decode()

    assert html() == html()
    Agency.objects.filter(pk=water.pk).update(name="شرکت برق")
    assert "شرکت آب" not in html()
    NewsPage.objects.filter(pk=news.pk).update(title="خبر برق")
    assert "خبر برق" in html()
    news.unpublish()
    assert "خبر برق" not in html()
