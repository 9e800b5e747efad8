import pytest
from django.test import RequestFactory, override_settings

from wagtail_prcouncil.audience.requests import LONGEST_AGENT, reader_of


def _address(header: str, told: str) -> str:
    with override_settings(WAGTAIL_PRCOUNCIL={"CLIENT_ADDRESS_HEADER": header}):
        request = RequestFactory().post(
            "/", REMOTE_ADDR="10.0.0.1", headers={"X-Forwarded-For": told, "User-Agent": "x" * 9000}
        )
        return reader_of(request).address


@pytest.mark.parametrize(
    ("header", "told", "address"),
    [
        ("", "1.1.1.1", "10.0.0.1"),
        ("X-Forwarded-For", "1.1.1.1", "1.1.1.1"),
        ("X-Forwarded-For", "6.6.6.6, 1.1.1.1", "1.1.1.1"),
        ("X-Forwarded-For", "", "10.0.0.1"),
        ("X-Real-Ip", "1.1.1.1", "10.0.0.1"),
    ],
)
def test_what_the_nearest_proxy_wrote_is_believed(header: str, told: str, address: str) -> None:
    assert _address(header, told) == address


def test_a_browsers_name_is_cut() -> None:
    request = RequestFactory().post("/", headers={"User-Agent": "x" * 9000})
    assert len(reader_of(request).agent) == LONGEST_AGENT
