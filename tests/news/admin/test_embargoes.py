import datetime as dt
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.html import escape

from tests.making import SmallSite, live_news
from tests.news.admin.test_duplicates import words
from tests.news.staff import chief, logged_in
from wagtail_prcouncil.news.models import NewsPage
from wagtail_prcouncil.persian.dates import TEHRAN

TITLE = "گردهمایی کتابخانه‌های کشور"
UNTIL = dt.datetime(2031, 3, 21, 10, 0, tzinfo=TEHRAN)


def published(client: Client, address: str, **fields: Any) -> str:
    """The screen after the button *Publish*."""
    sent = words(title=TITLE, **{"action-publish": "1"} | fields)
    return client.post(address, sent, follow=True).content.decode()


def told(html: str) -> str:
    """The messages on it, without the page below them."""
    return html.partition('class="messages"')[2].partition("</ul>")[0]


def new(site: SmallSite) -> str:
    return reverse("wagtailadmin_pages:add", args=["prcouncil_news", "newspage", site.index.pk])


def test_a_new_item_under_embargo(site: SmallSite) -> None:
    client = logged_in(chief())
    html = published(client, new(site), embargoed_until="2031-03-21 10:00")
    page = NewsPage.objects.get(title=TITLE)
    assert (page.live, page.embargoed_until) == (True, UNTIL)
    messages = told(html)
    assert "is under embargo: readers do not see it before" in messages
    assert "21 March 2031, 10:00" in messages
    assert f'href="{escape(page.url)}"' not in messages
    assert "View live" not in messages
    assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in messages


def test_a_persian_editor_is_told_in_jalali(site: SmallSite) -> None:
    html = published(logged_in(chief("fa")), new(site), embargoed_until="1410/01/01 10:00")
    assert NewsPage.objects.get(title=TITLE).embargoed_until == UNTIL
    assert "۱ فروردین ۱۴۱۰" in told(html)


def test_an_item_that_an_embargo_of_its_translation_withholds(site: SmallSite) -> None:
    page = live_news(site, title=TITLE, embargoed_until=UNTIL)
    english = live_news(site, english_of=page, title="Libraries meet")
    address = reverse("wagtailadmin_pages:edit", args=[english.pk])
    with translation.override("en"):
        html = published(logged_in(chief()), address)
    assert "readers do not see it before" in html
    assert "21 March 2031, 10:00" in html


def test_without_an_embargo_wagtail_tells_as_ever(site: SmallSite) -> None:
    client = logged_in(chief())
    html = published(client, new(site))
    page = NewsPage.objects.get(title=TITLE)
    assert "readers do not see it before" not in html
    assert f'<a href="{escape(page.url)}" class="button' in html
    # A draft of an item under embargo is not its publication.
    NewsPage.objects.filter(pk=page.pk).update(embargoed_until=timezone.now() + dt.timedelta(1))
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    sent = words(title=TITLE, embargoed_until="2031-03-21 10:00")
    assert "readers do not see" not in client.post(address, sent, follow=True).content.decode()
