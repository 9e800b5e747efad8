from django.http import HttpRequest
from home.models import HomePage

from tests.making import SmallSite, below, live_news
from wagtail_prcouncil.ui.teasers import Teaser


def test_a_page_type_says_how_it_shows(site: SmallSite, request_: HttpRequest) -> None:
    page = live_news(site, kicker="در شورا", deck="زیرتیتر", agency_name="سازمان نمونهٔ آب")
    teaser = Teaser.of(page, request_)
    assert (teaser.title, teaser.kicker, teaser.text) == (page.title, "در شورا", "زیرتیتر")
    assert (teaser.date, teaser.code, teaser.page) == (page.published_at, page.code, page)


def test_other_types_show_what_search_engines_are_told(
    site: SmallSite, request_: HttpRequest
) -> None:
    page = below(site.home, HomePage, title="دربارهٔ ما", search_description="ما که‌ایم؟")
    teaser = Teaser.of(page, request_)
    assert (teaser.title, teaser.text, teaser.date) == ("دربارهٔ ما", "ما که‌ایم؟", None)
    assert teaser.url == page.get_url(request_)
