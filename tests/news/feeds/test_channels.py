import datetime as dt

import pytest
from django.http import Http404
from django.test import RequestFactory, override_settings
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from tests.blocks.bodies import picture
from tests.directory.making import agency
from tests.making import SmallSite, live_news
from wagtail_prcouncil.directory.models import Agency
from wagtail_prcouncil.news.feeds.channels import Channel
from wagtail_prcouncil.news.models import NewsPage, Publication, SectionPage
from wagtail_prcouncil.ui.models import BrandSettings


def hour() -> int:
    """When the present one began."""
    return int(timezone.now().timestamp()) // 3600 * 3600


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
    told_at = max(page.last_published_at, Publication.objects.get(page=page).at)
    assert one.modified == max(int(told_at.timestamp()), hour())
    assert len({empty.etag, one.etag, channel(site, "?q=a").validators.etag}) == 3
    with override_settings(WAGTAIL_PRCOUNCIL={"WEBSUB_HUB": "https://hub.example.org/"}):
        assert channel(site).validators.etag != one.etag


def test_names_and_addresses_are_told_at_once(site: SmallSite) -> None:
    """Though nothing is published: of the site, of what an item is filed under, of where it is."""
    water = agency("سازمان آب")
    page = live_news(site, agency=water)
    known = [channel(site).validators.etag]

    def has_changed() -> bool:
        known.append(channel(site).validators.etag)
        return known[-1] not in known[:-1]

    assert not has_changed()
    Agency.objects.filter(pk=water.pk).update(name="سازمان آب و خاک")
    assert has_changed()
    SectionPage.objects.filter(pk=site.section.pk).update(title="شهرها")
    assert has_changed()
    site.index.slug = "all-news"
    site.index.save()
    assert has_changed()
    (entry,) = channel(site).entries
    assert "/all-news/" in entry.url
    assert (entry.author, entry.categories) == ("سازمان آب و خاک", ("شهرها",))
    NewsPage.objects.filter(pk=page.pk).update(code=77)
    assert has_changed()
    assert "/77/" in channel(site).entries[0].id
    BrandSettings.objects.create(site=site.site, name="وزارت آب")
    assert has_changed()
    with override_settings(WAGTAIL_PRCOUNCIL={"FEED_AUTHORITY": "old.example.org,2026"}):
        assert has_changed()


def test_those_who_ask_by_time_are_told_within_the_hour(site: SmallSite) -> None:
    """What has no time of its own, as here: a page that becomes private."""
    live_news(site)
    hidden = live_news(site)
    before = timezone.now() - dt.timedelta(days=2)
    Publication.objects.update(at=before)
    NewsPage.objects.update(published_at=before, modified_at=before)
    Page.objects.update(last_published_at=before)
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    seen = channel(site).validators.modified
    assert seen == hour()
    assert seen <= timezone.now().timestamp()


def test_what_was_understood(site: SmallSite) -> None:
    for query in ("", "?q=a", f"?index={site.index.pk}"):
        assert channel(site, query).is_understood
    for query in ("?x=1", "?section=99999", "?q=a&utm_source=b"):
        assert not channel(site, query).is_understood


def test_a_position_that_cannot_be_read(site: SmallSite) -> None:
    with pytest.raises(Http404):
        channel(site, "?before=x")
