"""The question as readers without scripts answer it, and what it leaves in their browsers."""

import re
from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.test import Client, RequestFactory, override_settings
from django.utils import timezone
from wagtail.models import PageViewRestriction

from tests.making import SmallSite, draft_news, live_news
from wagtail_prcouncil.audience.models import UsefulnessVote
from wagtail_prcouncil.audience.slots import privacy
from wagtail_prcouncil.news.models import NewsPage

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


def address(page: NewsPage) -> str:
    return f"/audience/vote/{page.pk}/"


def answer(client: Client, page: NewsPage, **fields: str) -> object:
    form = client.get(address(page)).content.decode()
    token = TOKEN.search(form)
    assert token, form
    body = urlencode({"csrfmiddlewaretoken": token[1], **fields})
    kind = "application/x-www-form-urlencoded"
    return client.post(address(page), body, content_type=kind)


@pytest.fixture
def browser_like() -> Client:
    return Client(enforce_csrf_checks=True)


def test_a_reader_votes_changes_and_says_why(site: SmallSite, browser_like: Client) -> None:
    page = live_news(site, title="گزارش آب")
    response = answer(browser_like, page, answer="yes")
    assert (response.status_code, response["Location"]) == (303, address(page))
    shown = browser_like.get(address(page)).content.decode()
    assert '<html lang="fa" dir="rtl"' in shown
    assert "گزارش آب" in shown
    assert 'value="yes" aria-pressed="true"' in shown
    answer(browser_like, page, answer="no", reason="نشانی نداشت")
    vote = UsefulnessVote.objects.get()
    assert (vote.is_useful, vote.reason) == (False, "نشانی نداشت")


def test_the_question_speaks_the_language_of_the_page(
    site: SmallSite, browser_like: Client
) -> None:
    english = live_news(site, english_of=live_news(site), title="Water")
    shown = browser_like.get(address(english)).content.decode()
    assert '<html lang="en" dir="ltr"' in shown
    assert "Was this useful?" in shown


def test_its_cookie_is_sent_to_votes_only(site: SmallSite, browser_like: Client) -> None:
    page = live_news(site)
    cookie = browser_like.get(address(page)).cookies["prc-voter"]
    assert cookie["path"] == "/audience/vote/"
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert not cookie["secure"]
    secured = Client().get(address(page), secure=True).cookies["prc-voter"]
    assert secured["secure"]


def test_all_that_a_vote_sets_is_told_on_the_page_on_privacy(
    site: SmallSite, browser_like: Client
) -> None:
    answer(browser_like, live_news(site), answer="yes")
    told = privacy(None, RequestFactory().get("/"))["cookies"]
    assert set(browser_like.cookies) == {cookie.name for cookie in told}


def test_who_has_voted_reads_as_everybody_else(site: SmallSite, browser_like: Client) -> None:
    """Rule A19: no cookie, and the same page, whoever asks."""
    page = live_news(site)
    before = Client().get(page.url)
    answer(browser_like, page, answer="yes")
    after = browser_like.get(page.url)
    assert not before.cookies
    assert not after.cookies
    assert "Cookie" not in after.get("Vary", "")
    assert after.content == before.content


@pytest.mark.parametrize(
    "fields",
    [{}, {"answer": "perhaps"}, {"answer": "yes", "reason": "ب" * 501}, {"reason": "چرا"}],
)
def test_a_wrong_answer_is_told_and_not_stored(
    site: SmallSite, browser_like: Client, fields: dict[str, str]
) -> None:
    response = answer(browser_like, live_news(site), **fields)
    assert response.status_code == 400
    told = response.content.decode()
    assert 'role="alert"' in told or "prc-field__error" in told
    assert not UsefulnessVote.objects.exists()


def test_what_was_written_is_not_lost_with_a_mistake(site: SmallSite, browser_like: Client) -> None:
    response = answer(browser_like, live_news(site), answer="", reason="نشانی نداشت")
    assert "نشانی نداشت" in response.content.decode()


def test_a_vote_without_the_forms_token_is_refused(site: SmallSite, browser_like: Client) -> None:
    response = browser_like.post(address(live_news(site)), {"answer": "yes"})
    assert response.status_code == 403
    assert not UsefulnessVote.objects.exists()


def test_other_methods_and_odd_numbers_are_refused(site: SmallSite) -> None:
    page = live_news(site)
    assert Client().put(address(page)).status_code == 405
    for odd in ("0", "99999", "9" * 18, "9" * 19, "x", "-1", "%00"):
        assert Client().get(f"/audience/vote/{odd}/").status_code == 404


def test_a_page_that_readers_may_not_see_has_no_question(site: SmallSite) -> None:
    private, embargoed = live_news(site), live_news(site)
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    later = timezone.now() + timedelta(hours=1)
    NewsPage.objects.filter(pk=embargoed.pk).update(embargoed_until=later)
    for page in (draft_news(site), private, embargoed, site.section):
        assert Client().get(address(page)).status_code == 404


def test_a_site_may_ask_nothing(site: SmallSite) -> None:
    page = live_news(site)
    assert address(page) in Client().get(page.url).content.decode()
    with override_settings(WAGTAIL_PRCOUNCIL={"AUDIENCE_VOTES": False}):
        assert address(page) not in Client().get(page.url).content.decode()
        assert Client().get(address(page)).status_code == 404


def test_a_script_gets_the_form_alone(site: SmallSite) -> None:
    part = Client().get(address(live_news(site)), headers={"X-Requested-With": "fetch"})
    assert part.content.decode().lstrip().startswith("<form")
    assert "no-store" in part["Cache-Control"]


def test_a_made_up_mark_is_replaced(site: SmallSite) -> None:
    page, client = live_news(site), Client()
    client.cookies["prc-voter"] = "../../x"
    assert len(client.get(address(page)).cookies["prc-voter"].value) == 32
