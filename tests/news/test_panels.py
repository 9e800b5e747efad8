import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from tests.making import SmallSite, draft_news, live_news
from tests.news.changing import LONG_AGO, in_hours
from tests.news.staff import chief, logged_in
from wagtail_prcouncil.news.models import NewsPage
from wagtail_prcouncil.news.panels import (
    embargo_and_schedule,
    embargo_elsewhere,
    told_in_other_languages,
)

END = dt.datetime(2100, 3, 21, 9, 30, tzinfo=dt.UTC)  # 13:00 in Tehran


def screen(client: Client, page: NewsPage) -> str:
    return client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()


def test_the_form_asks_for_an_embargo_until_readers_have_seen_it(site: SmallSite) -> None:
    client = logged_in(chief())
    asked = {
        page: ('name="embargoed_until"' in html, 'name="update_kind"' in html)
        for page in (draft_news(site), live_news(site, embargoed_until=in_hours(1)))
        if (html := screen(client, page))
    }
    assert set(asked.values()) == {(True, False)}
    html = screen(client, live_news(site))
    assert ('name="embargoed_until"' in html, 'name="update_kind"' in html) == (False, True)


def test_related_items_have_rows_of_their_own(site: SmallSite) -> None:
    html = screen(logged_in(chief()), draft_news(site))
    assert 'name="related_links-TOTAL_FORMS"' in html


@pytest.mark.parametrize("embargoed_until", [None, LONG_AGO])
def test_without_an_embargo_to_come_nothing_is_said(embargoed_until: dt.datetime | None) -> None:
    assert embargo_and_schedule(NewsPage(embargoed_until=embargoed_until)) == ""


@pytest.mark.parametrize(
    ("start", "said"),
    [
        (None, "readers see nothing of it before"),
        (END - dt.timedelta(hours=1), "readers see nothing of it before"),
        (END + dt.timedelta(hours=1), "Sunday 21 March 2100, 14:00"),
    ],
)
def test_the_later_of_embargo_and_schedule_is_named(start: dt.datetime | None, said: str) -> None:
    with translation.override("en"):
        sentence = embargo_and_schedule(NewsPage(embargoed_until=END, go_live_at=start))
    assert said in sentence
    assert "Sunday 21 March 2100, 13:00" in sentence


def test_each_language_tells_its_own_readers(site: SmallSite) -> None:
    page = live_news(site)
    with translation.override("en"):
        assert told_in_other_languages(NewsPage()) == told_in_other_languages(page) == ""
        english = live_news(site, english_of=page, title="News")
        assert "Also published in: English." in told_in_other_languages(page)
        NewsPage.objects.filter(pk=english.pk).update(retracted_at=LONG_AGO)
        assert "Retracted in: English." in told_in_other_languages(page)
        page.retracted_at = LONG_AGO
        assert "Also published in: English." in told_in_other_languages(page)


def test_the_form_tells_it(site: SmallSite) -> None:
    page = live_news(site)
    live_news(site, english_of=page, title="News")
    assert "Also published in: English." in screen(logged_in(chief("en")), page)


def test_an_embargo_in_another_language_is_told(site: SmallSite) -> None:
    page = draft_news(site)
    with translation.override("en"):
        assert embargo_elsewhere(NewsPage()) == embargo_elsewhere(page) == ""
        live_news(site, english_of=page, title="News", embargoed_until=END)
        assert "before Sunday 21 March 2100, 13:00 here either" in embargo_elsewhere(page)
