"""The way to a page, as breadcrumbs show it and search engines are told."""

from typing import NamedTuple

from django.http import HttpRequest
from wagtail.models import Page


class Step(NamedTuple):
    """A page on the way; `url` as the reader follows it, `full_url` with scheme and host."""

    title: str
    url: str
    full_url: str

    @classmethod
    def of(cls, page: Page, request: HttpRequest | None) -> "Step":
        return cls(page.title, page.get_url(request) or "", page.get_full_url(request) or "")
