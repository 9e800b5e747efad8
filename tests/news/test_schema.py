import datetime as dt
import json
import re
from typing import Any

from django.test import Client, RequestFactory

from tests.directory.making import agency
from tests.making import SmallSite, below, live_news, news_at
from tests.news.feeds.making import full_news, republish
from wagtail_prcouncil.directory.models import AgencyIndexPage
from wagtail_prcouncil.news.schema import news_article

JSON_LD = re.compile('application/ld\\+json">(.*?)</script>', re.DOTALL)
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


RECOMMENDED = {
    *("headline", "image", "datePublished", "dateModified", "author"),  # Google's article guide
    *("mainEntityOfPage", "inLanguage", "alternativeHeadline", "description", "articleSection"),
    *("identifier", "keywords", "publisher", "dateline", "isBasedOn", "sourceOrganization"),
}


def read_back(client: Client, url: str) -> dict[str, dict[str, Any]]:
    """The JSON-LD of a page as a robot reads it, by its types."""
    html = client.get(url).content.decode()
    found = [json.loads(text) for text in JSON_LD.findall(html)]
    assert all(one["@context"] == "https://schema.org" for one in found)
    return {one["@type"]: one for one in found}


def moments(told: Any) -> list[str]:
    """Every date in a description, however deep."""
    if isinstance(told, dict):
        here = [
            value for key, value in told.items() if key.startswith("date") and key[4:5].isupper()
        ]
        return here + [moment for value in told.values() for moment in moments(value)]
    return [moment for value in told for moment in moments(value)] if isinstance(told, list) else []


def test_a_page_read_back_by_a_robot(site: SmallSite, client: Client) -> None:
    page = full_news(site, kicker="روتیتر", dateline_place="یزد")
    found = read_back(client, page.url)
    article, trail = found["NewsArticle"], found["BreadcrumbList"]
    assert set(article) >= RECOMMENDED
    assert article["headline"] == page.title
    assert article["keywords"] == ["آب", "یزد"]
    for party in (article["author"], article["publisher"]):
        assert party["@type"] == "GovernmentOrganization"
        assert party["name"]
        assert party["url"].startswith("http://localhost/")
    shapes = [round(image["width"] / image["height"], 2) for image in article["image"]]
    assert shapes == [1.78, 1.33, 1.0]
    for image in article["image"]:
        assert image["url"].startswith("http://localhost/media/")
        assert image["creditText"] == "عکس: روابط عمومی"
        assert image["width"] * image["height"] >= 50_000
    assert article["sourceOrganization"]["name"] == "خبرگزاری نمونه"
    steps = trail["itemListElement"]
    assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
    assert all(step["item"].startswith("http://localhost/") for step in steps[:-1])
    assert steps[-1]["name"] == page.title
    for moment in moments(article):
        assert dt.datetime.fromisoformat(moment).utcoffset() == dt.timedelta(hours=3, minutes=30)


def test_only_what_was_told_moves_its_date(site: SmallSite, client: Client) -> None:
    page = full_news(site)
    silent = republish(page, "silent", title="سدی دیگر")
    article = read_back(client, silent.url)["NewsArticle"]
    assert article["dateModified"] == article["datePublished"] == "2026-11-20T12:00:00+03:30"
    assert "correction" not in article
    corrected = republish(page, "correction", "عدد درست ۱۲ است.")
    article = read_back(client, corrected.url)["NewsArticle"]
    assert article["dateModified"] > article["datePublished"]
    (comment,) = article["correction"]
    assert (comment["@type"], comment["text"]) == ("CorrectionComment", "عدد درست ۱۲ است.")
    assert comment["datePublished"] == article["dateModified"]


def test_what_stands_retracted_says_so(site: SmallSite, client: Client) -> None:
    page = republish(live_news(site), "retraction", "این خبر نادرست بود.")
    article = read_back(client, page.url)["NewsArticle"]
    assert article["creativeWorkStatus"] == "Retracted"
    assert article["correction"][0]["text"] == "این خبر نادرست بود."


def test_both_languages_name_each_other(site: SmallSite, client: Client) -> None:
    page = live_news(site)
    english = live_news(site, english_of=page, title="Council session")
    for one, other, code in ((page, english, "en"), (english, page, "fa")):
        (work,) = read_back(client, one.url)["NewsArticle"]["workTranslation"]
        assert (work["@id"], work["inLanguage"]) == (other.full_url, code)
        html = client.get(one.url).content.decode()
        for shown in (one, other):
            link = f'hreflang="{shown.locale.language_code}" href="{shown.full_url}"'
            assert f'<link rel="alternate" {link}>' in html


def test_a_headline_cannot_leave_its_script_element(site: SmallSite, client: Client) -> None:
    page = news_at(site, MOMENT, title="</script><script>alert(1)</script>")
    html = client.get(page.url).content.decode()
    assert "<script>alert" not in html
    data = html.partition('application/ld+json">')[2].partition("</script>")[0]
    assert json.loads(data)["headline"] == page.title
