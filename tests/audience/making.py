"""Readers, views and votes for tests."""

import datetime as dt
from itertools import count
from typing import Any

from django.test import Client
from django.utils import timezone

from wagtail_prcouncil.audience.counting.hours import hour_of
from wagtail_prcouncil.audience.counting.readers import Reader
from wagtail_prcouncil.audience.known import KnownPage, known_page
from wagtail_prcouncil.audience.models import ViewCount
from wagtail_prcouncil.audience.tokens import token_for
from wagtail_prcouncil.news.models import NewsPage

BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
_addresses = count(1)


def reader() -> Reader:
    """Somebody who has not been here."""
    number = next(_addresses)
    return Reader(f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}", BROWSER)


def send(body: str | bytes, *, by: Reader | None = None, **headers: Any) -> int:
    """Status of a beacon, sent as browsers do."""
    address, agent = by or reader()
    response = Client(enforce_csrf_checks=True).generic(
        headers.pop("method", "POST"),
        "/audience/seen/",
        body,
        content_type=headers.pop("content_type", "text/plain;charset=UTF-8"),
        REMOTE_ADDR=address,
        headers={"User-Agent": agent, **headers},
    )
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")
    return response.status_code


def open_page(page: NewsPage, *, by: Reader | None = None) -> int:
    return send(token_for(page.pk), by=by)


def known(page: NewsPage) -> KnownPage:
    found = known_page(page.pk)
    assert found is not None
    return found


def viewed(
    page: NewsPage, views: int, *, at: dt.datetime | None = None, **changed: Any
) -> ViewCount:
    """Views of a page in the hour of a moment, or of now."""
    facts = known(page)._asdict() | changed
    return ViewCount.objects.create(start=hour_of(at or timezone.now()), counted=views, **facts)


def views_of(page: NewsPage) -> int:
    return sum(ViewCount.objects.filter(page_id=page.pk).values_list("counted", flat=True))
