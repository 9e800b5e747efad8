import datetime as dt
import json

from django.test import Client, RequestFactory

from tests.directory.making import agency
from tests.making import SmallSite, below, live_news, news_at
from wagtail_prcouncil.directory.models import AgencyIndexPage
from wagtail_prcouncil.news.schema import news_article

MOMENT = dt.datetime(2026, 11, 22, 6, 10, tzinfo=dt.UTC)


def test_what_search_engines_are_told(site: SmallSite) -> None:
    page = news_at(site, MOMENT, agency_name="سازمان نمونهٔ آب", kicker="روتیتر")
    told = news_article(page, RequestFactory().get("/"))
    assert told["@type"] == "NewsArticle"
    assert told["datePublished"] == "2026-11-22T09:40:00+03:30"
    assert told["identifier"] == str(page.code)
    assert told["articleSection"] == "استان‌ها"
    assert told["author"]["name"] == "سازمان نمونهٔ آب"
    assert told["publisher"]["name"] == "وزارت نمونه"
    assert told["mainEntityOfPage"] == page.full_url


def test_an_agency_of_the_register_is_the_author_with_its_profile(site: SmallSite) -> None:
    water = agency("سازمان نمونهٔ آب", name_en="Example Water Organisation")
    page = live_news(site, agency=water, dateline_place="شیراز")
    asked = RequestFactory().get("/", HTTP_HOST="localhost")
    assert "url" not in news_article(page, asked)["author"]
    below(site.home, AgencyIndexPage, title="دستگاه‌ها", slug="agencies").save_revision().publish()
    told = news_article(page, RequestFactory().get("/", HTTP_HOST="localhost"))
    assert told["author"] == {
        "@type": "GovernmentOrganization",
        "name": "سازمان نمونهٔ آب",
        "url": f"http://localhost/agencies/{water.code}/",
    }
    assert told["dateline"] == "شیراز"


def test_empty_parts_are_left_out(site: SmallSite) -> None:
    page = news_at(site, MOMENT, section=None, lead="")
    told = news_article(page, RequestFactory().get("/"))
    assert "articleSection" not in told
    assert "alternativeHeadline" not in told


def test_a_headline_cannot_leave_its_script_element(site: SmallSite, client: Client) -> None:
    page = news_at(site, MOMENT, title="</script><script>alert(1)</script>")
    html = client.get(page.url).content.decode()
    assert "<script>alert" not in html
    data = html.partition('application/ld+json">')[2].partition("</script>")[0]
    assert json.loads(data)["headline"] == page.title
