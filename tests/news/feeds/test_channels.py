import pytest
from django.http import Http404
from django.test import RequestFactory, override_settings

from tests.blocks.bodies import picture
from tests.making import SmallSite, live_news
from wagtail_prcouncil.news.feeds.channels import Channel
from wagtail_prcouncil.ui.models import BrandSettings


def channel(site: SmallSite, query: str = "") -> Channel:
    request = RequestFactory().get(f"/feeds/news.rss{query}", HTTP_HOST="localhost")
    return Channel(request, site.site, site.fa)


def test_one_address_for_one_question(site: SmallSite) -> None:
    pk = site.section.pk
    plain = channel(site, f"?section={pk}").url
    assert plain == f"http://localhost/feeds/news.rss?section={pk}"
    for other in (f"?utm=a&section={pk}", f"?section={site.section.slug}", f"?q=&section={pk}"):
        assert channel(site, other).url == plain


def test_its_title_says_what_was_asked_for(site: SmallSite) -> None:
    assert channel(site).title == "وزارت نمونه"
    assert channel(site, f"?section={site.section.pk}").title == "استان‌ها - وزارت نمونه"


def test_the_mark_of_the_institution(site: SmallSite) -> None:
    assert channel(site).icon_url == ""
    BrandSettings.objects.create(site=site.site, logo=picture(size=(300, 100)))
    assert channel(site).icon_url.startswith("http://localhost/media/images/")


def test_validators_change_with_what_is_told(site: SmallSite) -> None:
    empty = channel(site).validators
    assert empty.modified is None
    page = live_news(site)
    one = channel(site).validators
    assert one.modified == int(page.last_published_at.timestamp())
    assert len({empty.etag, one.etag, channel(site, "?q=a").validators.etag}) == 3
    with override_settings(WAGTAIL_PRCOUNCIL={"WEBSUB_HUB": "https://hub.example.org/"}):
        assert channel(site).validators.etag != one.etag


def test_a_position_that_cannot_be_read(site: SmallSite) -> None:
    with pytest.raises(Http404):
        channel(site, "?before=x")
