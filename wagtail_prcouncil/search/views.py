from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from wagtail.models import Site

from wagtail_prcouncil import conf
from wagtail_prcouncil.pages.locales import active_locale
from wagtail_prcouncil.pages.methods import reads_only
from wagtail_prcouncil.persian.digits import to_ascii
from wagtail_prcouncil.search.finding import find_pages
from wagtail_prcouncil.search.widening import LONGEST_QUERY


@reads_only
def results(request: HttpRequest) -> HttpResponse:
    """Readable pages in the active language that answer `?q=`, a page of them at a time.

    Same answer for every anonymous reader: it neither reads nor starts a session (rule A19).
    """
    query = request.GET.get("q", "")[:LONGEST_QUERY]
    number, size = _page_number(request), conf.search_page_size()
    locale, site = active_locale(), Site.find_for_request(request)
    found = find_pages(query, locale=locale, site=site, limit=size, offset=(number - 1) * size)
    if number > 1 and not found.pages:
        number = 1
        found = find_pages(query, locale=locale, site=site, limit=size)
    context = {
        "query": query,
        "results": found.pages,
        "total": found.total,
        "total_is_capped": found.total is None,
        "newer_url": _url(query, number - 1) if number > 1 else None,
        "older_url": _url(query, number + 1) if number * size < found.reachable else None,
    }
    return render(request, "prcouncil_search/results.html", context)


def _page_number(request: HttpRequest) -> int:
    """The page asked for, in any digits; anything else asks for the first."""
    text = to_ascii(request.GET.get("page", ""))
    is_number = text.isascii() and text.isdecimal() and len(text) <= 4
    return max(1, int(text)) if is_number else 1


def _url(query: str, number: int) -> str:
    return "?" + urlencode({"q": query} | ({"page": number} if number > 1 else {}))
