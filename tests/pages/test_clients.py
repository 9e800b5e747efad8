import pytest
from django.test import RequestFactory, override_settings

from wagtail_prcouncil.pages.clients import as_address, client_address

PROXIES = ["10.0.0.0/8", "2001:db8::/32"]


@pytest.mark.parametrize(
    ("proxies", "peer", "told", "address"),
    [
        ([], "10.0.0.1", "6.6.6.6, 1.1.1.1", "1.1.1.1"),
        ([], "10.0.0.1", "", "10.0.0.1"),
        ([], "10.0.0.1", " , ", "10.0.0.1"),
        (PROXIES, "10.0.0.1", "6.6.6.6, 1.1.1.1, 10.0.0.2", "1.1.1.1"),
        (PROXIES, "10.0.0.1", "1.1.1.1, 2001:db8::7, 10.0.0.2:443", "1.1.1.1"),
        (PROXIES, "", "1.1.1.1", "1.1.1.1"),
        (PROXIES, "9.9.9.9", "1.1.1.1", "9.9.9.9"),
        (PROXIES, "10.0.0.1", "10.0.0.3, 10.0.0.2", "10.0.0.3"),
        (PROXIES, "10.0.0.1", "6.6.6.6, unknown, 10.0.0.2", "unknown"),
    ],
)
def test_the_first_address_that_no_proxy_has(
    proxies: list[str], peer: str, told: str, address: str
) -> None:
    """Read from the right: what stands left of it, anybody may have written."""
    settings = {"CLIENT_ADDRESS_HEADER": "X-Forwarded-For", "CLIENT_PROXIES": proxies}
    with override_settings(WAGTAIL_PRCOUNCIL=settings):
        request = RequestFactory().get("/", REMOTE_ADDR=peer, headers={"X-Forwarded-For": told})
        assert client_address(request) == address


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("1.1.1.1:80", "1.1.1.1"),
        ("[2001:db8::1]:80", "2001:db8::1"),
        ("::ffff:1.1.1.1", "1.1.1.1"),
        ("۱.۱.۱.۱", "None"),
        ("1.1.1.1, 2.2.2.2", "None"),
    ],
)
def test_addresses_as_proxies_write_them(text: str, address: str) -> None:
    assert str(as_address(text)) == address
