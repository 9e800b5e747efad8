"""What audience reads of a request, and nothing else: it asks for no cookie and no session."""

from django.http import HttpRequest

from wagtail_prcouncil.audience.counting.readers import Reader
from wagtail_prcouncil.pages.clients import client_address

LONGEST_AGENT = 500


def reader_of(request: HttpRequest) -> Reader:
    """Where it came from, and what the browser calls itself."""
    return Reader(client_address(request), request.headers.get("User-Agent", "")[:LONGEST_AGENT])
