import datetime as dt

import pytest
from django.core.cache import cache

from tests.audience.making import BROWSER
from wagtail_prcouncil.audience.counting.readers import Reader, is_repeat

NOON = dt.datetime(2026, 11, 22, 8, 30, tzinfo=dt.UTC)

BROWSERS = [
    BROWSER,
    "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like "
    "Gecko) Version/19.0 Mobile/15E148 Safari/604.1",
    "Mozilla/5.0 (Linux; Android 16; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/142.0.0.0 Mobile Safari/537.36",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0",
    # A telephone called Cubot is a telephone.
    "Mozilla/5.0 (Linux; Android 13; CUBOT P80) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/142.0.0.0 Mobile Safari/537.36",
]
PROGRAMS = [
    "",
    "Mozilla/5.0",
    "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
    "Mozilla/5.0 (compatible; YandexBot/3.0)",
    "facebookexternalhit/1.1",
    "TelegramBot (like TwitterBot)",
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/142.0.0.0 Safari/537.36",
    "curl/8.5.0",
    "python-requests/2.32",
]


@pytest.mark.parametrize("agent", BROWSERS)
def test_browsers_are_readers(agent: str) -> None:
    assert not Reader("10.0.0.1", agent).is_program


@pytest.mark.parametrize("agent", PROGRAMS)
def test_programs_that_say_so_are_none(agent: str) -> None:
    assert Reader("10.0.0.1", agent).is_program


def test_a_repeat_is_the_same_address_browser_and_page() -> None:
    somebody = Reader("10.0.0.1", BROWSER)
    assert not is_repeat(somebody, 1, NOON)
    assert is_repeat(somebody, 1, NOON)
    assert not is_repeat(somebody, 2, NOON)
    assert not is_repeat(Reader("10.0.0.2", BROWSER), 1, NOON)
    assert not is_repeat(Reader("10.0.0.1", BROWSER + " x"), 1, NOON)


def test_nothing_kept_tells_who_it_was() -> None:
    is_repeat(Reader("10.0.0.1", BROWSER), 1, NOON)
    kept = "".join(f"{key}{value!r}" for key, value in cache._cache.items())
    assert "prcouncil_audience.repeat." in kept
    assert "10.0.0.1" not in kept
    assert "Firefox" not in kept


def test_the_key_is_drawn_anew_each_day_of_tehran() -> None:
    somebody = Reader("10.0.0.1", BROWSER)
    assert not is_repeat(somebody, 1, NOON)
    assert not is_repeat(somebody, 1, NOON + dt.timedelta(hours=12))
    assert is_repeat(somebody, 1, NOON)
