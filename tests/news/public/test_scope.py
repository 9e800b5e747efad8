import datetime as dt

import pytest

from tests.directory.making import agency
from tests.making import SmallSite, below, draft_news, live_news, small_site
from wagtail_prcouncil.news.models import NewsPage, SectionPage
from wagtail_prcouncil.news.public import scope
from wagtail_prcouncil.news.public.scope import Scope


@pytest.fixture
def site(db: None) -> SmallSite:
    return small_site()


def test_of_whom(site: SmallSite) -> None:
    sport = below(site.index, SectionPage, title="ورزش")
    water = agency()
    pages = [live_news(site), live_news(site, section=sport), live_news(site, agency=water)]
    live_news(site, english_of=pages[0], agency=water)
    scopes = [
        ({}, pages[::-1]),
        ({"section_id": sport.pk}, [pages[1]]),
        ({"agency_id": water.pk}, [pages[2]]),
        ({"section_id": sport.pk, "agency_id": water.pk}, []),
    ]
    for ids, wanted in scopes:
        assert list(Scope(locale_id=site.fa.pk, **ids).news().newest_first()) == wanted


def test_nothing_hidden_or_retracted_is_put_forward(site: SmallSite) -> None:
    now = dt.datetime.now(tz=dt.UTC)
    shown, retracted, held = (live_news(site) for _ in range(3))
    NewsPage.objects.filter(pk=retracted.pk).update(retracted_at=now)
    NewsPage.objects.filter(pk=held.pk).update(embargoed_until=now + dt.timedelta(days=1))
    live_news(site).unpublish()
    draft_news(site)
    assert list(Scope(locale_id=site.fa.pk).news()) == [shown]


def test_elsewhere(site: SmallSite, monkeypatch: pytest.MonkeyPatch) -> None:
    sport = below(site.index, SectionPage, title="ورزش")
    old, unfiled = live_news(site, section=sport), live_news(site, section=None)
    live_news(site)
    here = Scope(locale_id=site.fa.pk)
    assert here.latest_elsewhere(5, [site.section.pk]) == (unfiled.pk, old.pk)
    monkeypatch.setattr(scope, "LOOKED_THROUGH", 2)
    assert here.latest_elsewhere(5, [site.section.pk]) == (unfiled.pk,)
