"""How often something comes from one place, counted in the cache: an emptied one lets as many in
again, so that nothing hangs on it but peace."""

from ipaddress import IPv6Address, ip_network

from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from wagtail_prcouncil.pages.clients import as_address, client_address

HOUR = 3600  # seconds
HOUSEHOLD = 64
"""Bits of an IPv6 address that a provider gives to one customer; the others change by the day."""


def network_of(text: str) -> str:
    """ "192.0.2.7", "2001:db8:1:2::/64"; empty for what is no address."""
    address = as_address(text)
    if isinstance(address, IPv6Address):
        return str(ip_network((address, HOUSEHOLD), strict=False))
    return str(address or "")


def comes_too_often(request: HttpRequest, what: str, most: int) -> bool:
    """Whether more than `most` requests for `what` come within an hour from where this one does.
    What is no address is not counted."""
    network = network_of(client_address(request))
    if not network:
        return False
    sender = salted_hmac("prcouncil_pages.rates", network, algorithm="sha256").hexdigest()
    return is_counted_beyond(f"{what}.{sender}", most)


def is_counted_beyond(key: str, most: int) -> bool:
    """Count one more for the key, for an hour from the first; whether that is too many."""
    cache.add(key, 0, HOUR)
    try:
        return bool(cache.incr(key) > most)
    except ValueError:  # dropped a moment ago, or kept by no cache
        return False
