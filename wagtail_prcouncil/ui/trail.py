"""The way to a page, as breadcrumbs show it and search engines are told."""

from typing import NamedTuple

from django.http import HttpRequest
from wagtail.models import Page, Site

from wagtail_prcouncil.pages.shown import name_of


class Step(NamedTuple):
    """A page on the way; `url` as the reader follows it, `full_url` with scheme and host."""

    title: str
    url: str
    full_url: str

    @classmethod
    def of(cls, page: Page, request: HttpRequest | None) -> "Step":
        url = page.get_url(request) or ""
        site = Site.find_for_request(request) if request else None
        # An address without a host is one of the site that is asked for.
        full_url = f"{site.root_url}{url}" if site and url.startswith("/") else url
        return cls(name_of(page), url, full_url)
