import pytest
from django.http import HttpResponse
from django.test import RequestFactory, override_settings
from django.utils import translation

from wagtail_prcouncil.ui.cookies import BrowserMark, Cookie, cookies_set, form_cookie

MARK = BrowserMark("prc-mark", "Knows the browser again.", lambda: "/marked/")


def days() -> dict[str, int]:
    return {cookie.name: cookie.days for cookie in cookies_set()}


def test_by_their_names_on_this_site() -> None:
    with override_settings(SESSION_COOKIE_NAME="vorud", SESSION_COOKIE_AGE=3 * 24 * 3600):
        assert days()["vorud"] == 3
    assert days() == {"sessionid": 14, "csrftoken": 364, "messages": 0}


def test_until_the_browser_is_closed() -> None:
    with override_settings(SESSION_EXPIRE_AT_BROWSER_CLOSE=True, CSRF_COOKIE_AGE=None):
        assert days()["sessionid"] == days()["csrftoken"] == 0


def test_a_token_in_the_session_is_no_cookie() -> None:
    with override_settings(CSRF_USE_SESSIONS=True):
        assert "csrftoken" not in days()
        assert form_cookie().name == "sessionid"


def test_a_form_that_a_reader_opens_sets_one() -> None:
    assert form_cookie() in cookies_set()
    with translation.override("en"):
        assert "readers" in str(form_cookie().purpose)


def test_a_browser_keeps_its_mark() -> None:
    request, response = RequestFactory().get("/"), HttpResponse()
    mark = MARK.of(request)
    MARK.remember(response, mark, request)
    again = RequestFactory().get("/")
    again.COOKIES["prc-mark"] = response.cookies["prc-mark"].value
    assert MARK.of(again) == mark
    assert MARK.of(request) != mark, "drawn anew for whoever has none"


def test_no_script_reads_it_and_it_goes_to_its_addresses_alone() -> None:
    request, response = RequestFactory().get("/", secure=True), HttpResponse()
    MARK.remember(response, MARK.of(request), request)
    kept = response.cookies["prc-mark"]
    assert (kept["path"], kept["samesite"]) == ("/marked/", "Lax")
    assert kept["httponly"]
    assert kept["secure"]
    assert kept["max-age"] == 365 * 24 * 3600
    assert MARK.cookie() == Cookie("prc-mark", "Knows the browser again.", 365)


@pytest.mark.parametrize("made_up", ["", "x", "../" * 11, "x" * 33, "۱" * 32])
def test_marks_of_ours_only(made_up: str) -> None:
    request = RequestFactory().get("/")
    request.COOKIES["prc-mark"] = made_up
    assert MARK.of(request) != made_up
