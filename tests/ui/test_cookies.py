from django.test import override_settings
from django.utils import translation

from wagtail_prcouncil.ui.cookies import cookies_set, form_cookie


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
