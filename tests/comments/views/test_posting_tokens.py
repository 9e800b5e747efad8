"""Tokens of the form over HTTP: what is altered, old, of elsewhere or sent twice stores nothing and
loses nothing."""

import datetime as dt

import pytest
from django.utils import timezone
from wagtail.models import Site

from tests.comments.making import open_page
from tests.comments.writing import (
    FILLED,
    browser_like,
    form_address,
    hidden_fields,
    send,
    written_token,
)
from tests.making import SmallSite, live_news
from wagtail_prcouncil.comments.forms import DECOY
from wagtail_prcouncil.comments.models import ReaderComment
from wagtail_prcouncil.comments.tokens import FRESH_FOR, new_token

TYPED = 'آب <b>"روستا"</b>'


def _stored() -> list[str]:
    return list(ReaderComment.objects.values_list("text", flat=True))


def _other_page(site: SmallSite) -> object:
    return written_token(live_news(site))


def _other_site(site: SmallSite) -> object:
    other = Site.objects.create(hostname="other.example", root_page=site.index)
    return written_token(open_page(site), other)


def _altered(site: SmallSite) -> object:
    return str(written_token(open_page(site))) + "x"


def _future(site: SmallSite) -> object:
    page = open_page(site)
    token = new_token(page.pk, site.site.pk)
    return token._replace(issued_at=timezone.now() + dt.timedelta(hours=1))


@pytest.mark.parametrize(
    "make", [lambda site: "", _other_page, _other_site, _altered, _future, lambda site: "۱:1:1:a:b"]
)
def test_a_token_of_elsewhere_is_replaced_and_the_text_kept(site: SmallSite, make: object) -> None:
    """T12, T13: nothing is stored; sent once more with the new token, it is."""
    page, client = open_page(site), browser_like()
    response = send(page, client, token=make(site), text=TYPED)
    html = response.content.decode()
    assert (response.status_code, _stored()) == (400, [])
    assert "آب &lt;b&gt;" in html
    again = hidden_fields(html) | FILLED
    assert client.post(form_address(page), again).status_code == 303


def test_a_form_that_lay_open_for_days_is_given_anew(site: SmallSite) -> None:
    page, client = open_page(site), browser_like()
    token = new_token(page.pk, site.site.pk)
    stale = token._replace(issued_at=timezone.now() - FRESH_FOR - dt.timedelta(minutes=1))
    response = send(page, client, token=stale, text=TYPED)
    html = response.content.decode()
    assert (response.status_code, _stored()) == (400, [])
    assert "آب &lt;b&gt;" in html
    hidden = hidden_fields(html)
    assert client.post(form_address(page), hidden | FILLED).status_code == 303
    assert ReaderComment.objects.get().hold_codes == [], "typed long ago, it is not too fast"


def test_sent_at_once_or_with_the_decoy_it_is_held_and_not_refused(site: SmallSite) -> None:
    page = open_page(site)
    at_once = new_token(page.pk, site.site.pk)
    assert send(page, token=at_once).status_code == 303
    assert send(page, **{DECOY: "http://x", "text": "یک دیدگاه دیگر دربارهٔ راه"}).status_code == 303
    held = list(ReaderComment.objects.order_by("pk").values_list("hold_codes", flat=True))
    assert held == [["too_fast"], ["decoy"]]


def test_t3_the_cookie_of_the_form_is_asked_for_and_the_text_kept(site: SmallSite) -> None:
    """T3: a forged form stores nothing; a reader whose browser keeps no cookies loses nothing."""
    page = open_page(site)
    body = {"token": str(written_token(page)), **FILLED}
    response = browser_like().post(form_address(page), body)
    assert response.status_code == 403
    assert FILLED["text"] in response.content.decode()
    assert _stored() == []


def test_t13_what_is_sent_twice_is_stored_once(site: SmallSite) -> None:
    page, client = open_page(site), browser_like()
    token = written_token(page)
    first, again = send(page, client, token=token), send(page, client, token=token)
    assert (first.status_code, first["Location"]) == (again.status_code, again["Location"])
    assert len(_stored()) == 1


def test_t13_other_words_from_the_same_form_are_not_lost(site: SmallSite) -> None:
    page, client = open_page(site), browser_like()
    token = written_token(page)
    send(page, client, token=token)
    response = send(page, client, token=token, text="و راه روستا هم خراب است.")
    assert response.status_code == 400
    html = response.content.decode()
    assert "و راه روستا هم خراب است." in html
    body = hidden_fields(html) | FILLED | {"text": "و راه روستا هم خراب است."}
    assert client.post(form_address(page), body).status_code == 303
    assert len(_stored()) == 2
