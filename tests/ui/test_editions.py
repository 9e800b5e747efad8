from django.http import HttpRequest

from tests.making import SmallSite, live_news
from wagtail_prcouncil.ui.editions import Edition, lead_elsewhere, led_elsewhere
from wagtail_prcouncil.ui.face import Face


def test_a_translation(site: SmallSite, request_: HttpRequest) -> None:
    article = live_news(site)
    english = live_news(site, english_of=article, title="Water", slug="water")
    (edition,) = Face(request_, article).editions
    assert edition == Edition(
        language=Face(request_, english).language,
        name="English",
        url=english.get_url(request_),
        full_url=english.get_full_url(request_),
        is_translation=True,
    )
    assert edition.url.startswith("/en/")
    assert edition.full_url.startswith("http://localhost/en/")


def test_the_home_stands_in_and_says_so(site: SmallSite, request_: HttpRequest) -> None:
    (edition,) = Face(request_, live_news(site)).editions
    assert (edition.url, edition.is_translation) == ("/en/", False)


def test_a_language_is_named_in_itself(site: SmallSite, request_: HttpRequest) -> None:
    (edition,) = Face(request_, site.home_en).editions
    assert (edition.name, edition.language.dir) == ("فارسی", "rtl")
    assert edition.is_translation


def test_what_is_no_page_is_led_to_where_its_view_says(
    site: SmallSite, request_: HttpRequest
) -> None:
    lead_elsewhere(request_, {"en": "/numbers/?lang=en", "ar": "/numbers/?lang=ar"})
    (edition,) = Face(request_, None).editions
    assert (edition.url, edition.is_translation) == ("/numbers/?lang=en", False)
    assert led_elsewhere(request_)["ar"], "named, though this site has no such home"
