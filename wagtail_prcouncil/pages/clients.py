"""Where a request came from."""

from functools import lru_cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from django.http import HttpRequest

from wagtail_prcouncil import conf

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network


def client_address(request: HttpRequest) -> str:
    """Behind a proxy, the last entry of CLIENT_ADDRESS_HEADER that is none of CLIENT_PROXIES: the
    one that the outermost proxy wrote. What stands before it, anybody may have claimed."""
    peer = request.META.get("REMOTE_ADDR", "")
    header, proxies = conf.client_address_header(), _networks(conf.client_proxies())
    told = request.headers.get(header, "") if header else ""
    entries = [entry.strip() for entry in told.split(",") if entry.strip()]
    if not entries or (proxies and not _is_proxy(peer, proxies)):
        return peer
    others = (entry for entry in reversed(entries) if not _is_proxy(entry, proxies))
    return next(others, entries[0])


def as_address(text: str) -> Address | None:
    """An address as proxies write it: with brackets, a port, a zone, or v4 within v6. None for
    what is no address."""
    text = text.strip()
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        found = ip_address(text.partition("%")[0])
    except ValueError:
        return None
    return (found.ipv4_mapped or found) if isinstance(found, IPv6Address) else found


def is_network(text: str) -> bool:
    """Whether CLIENT_PROXIES may name it."""
    try:
        ip_network(text, strict=False)
    except ValueError:
        return False
    return True


def _is_proxy(text: str, proxies: tuple[Network, ...]) -> bool:
    """A peer without an address came by a socket of this machine: that is the proxy."""
    address = as_address(text)
    return not text or (address is not None and any(address in network for network in proxies))


@lru_cache(maxsize=8)
def _networks(named: tuple[str, ...]) -> tuple[Network, ...]:
    return tuple(ip_network(name, strict=False) for name in named)
