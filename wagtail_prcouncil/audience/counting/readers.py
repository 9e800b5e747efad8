"""Who opened a page, as far as counting needs to know: whether it was a program, and whether the
same reader has just been counted. Nothing of it is stored."""

import datetime as dt
import hashlib
import hmac
import re
import secrets
from typing import NamedTuple

from django.core.cache import BaseCache

from wagtail_prcouncil.audience.known import shared_cache
from wagtail_prcouncil.persian.jalali import in_tehran

REPEAT = 30 * 60  # seconds in which a reader counts once for a page
A_DAY = 24 * 3600

# Programs that say what they are; a Cubot is a telephone. Those that lie are what the cap is for.
_PROGRAM = re.compile(
    r"(?<!cu)bot\b|(?<!cu)bot[/_-]|crawl|spider|slurp|archiver|facebookexternalhit|embedly|preview|monitor"
    r"|uptime|pingdom|lighthouse|headless|phantom|selenium|scrapy|wget|curl|libwww|httpclient"
    r"|python-|java/|go-http|okhttp|axios|node-fetch|feed|validator|^mozilla/5\.0$",
    re.IGNORECASE,
)


class Reader(NamedTuple):
    """Where a request came from and what its browser calls itself; forgotten with the request."""

    address: str
    agent: str

    @property
    def is_program(self) -> bool:
        """Whether it says so itself, or says nothing at all."""
        return not self.agent or bool(_PROGRAM.search(self.agent))


def is_repeat(reader: Reader, page_id: int, now: dt.datetime) -> bool:
    """Whether the reader was counted for the page within half an hour.

    What is kept for that time is a hash under a key that is drawn anew each day and stands in the
    cache only: without it nobody can try out addresses, and after it is gone nobody ever can.
    """
    cache = shared_cache()
    mark = _mark(_key_of_day(cache, now), reader, page_id)
    return not cache.add(f"prcouncil_audience.repeat.{mark}", 1, REPEAT)


def _key_of_day(cache: BaseCache, now: dt.datetime) -> str:
    name = f"prcouncil_audience.key.{in_tehran(now):%Y-%m-%d}"
    key = cache.get(name)
    if key is None:
        # Of two that draw one at the same time, the first wins for both.
        cache.add(name, secrets.token_hex(32), A_DAY)
        key = cache.get(name) or secrets.token_hex(32)
    return str(key)


def _mark(key: str, reader: Reader, page_id: int) -> str:
    words = f"{reader.address}\0{reader.agent}\0{page_id}"
    return hmac.new(key.encode(), words.encode(), hashlib.sha256).hexdigest()
