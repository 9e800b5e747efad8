"""What audience reads of a request, and nothing else: it asks for no cookie and no session."""

from django.http import HttpRequest

from wagtail_prcouncil import conf
from wagtail_prcouncil.audience.counting.readers import Reader

LONGEST_AGENT = 500


def reader_of(request: HttpRequest) -> Reader:
    """Where it came from, and what the browser calls itself."""
    return Reader(_address(request), request.headers.get("User-Agent", "")[:LONGEST_AGENT])


def _address(request: HttpRequest) -> str:
    """Behind a proxy, the last entry of CLIENT_ADDRESS_HEADER: the one that the proxy itself wrote.
    What stands before it, anybody may have claimed."""
    header = conf.client_address_header()
    told = request.headers.get(header, "") if header else ""
    return told.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", "")
