"""Rule A19: an anonymous public GET sets no cookie and varies by none, so caches may keep it."""

import pytest
from django.test import Client

from tests.kinds import KINDS, SURFACES, Kind, Surface
from tests.making import SmallSite


def visitors() -> dict[str, Client]:
    """A first visitor, and one who carries cookies of other parts of the site."""
    returning = Client()
    returning.cookies.load({"prc-theme": "dark", "other": "1"})
    return {"first": Client(), "returning": returning}


@pytest.mark.parametrize("kind", KINDS, ids=str)
@pytest.mark.parametrize("visitor", visitors())
def test_page(site: SmallSite, kind: Kind, visitor: str) -> None:
    page = kind.live(site)
    assert_cacheable(visitors()[visitor], page.url)


@pytest.mark.parametrize("surface", SURFACES, ids=str)
def test_surface(site: SmallSite, surface: Surface) -> None:
    page = next(kind for kind in KINDS if kind.name == surface.of).live(site)
    assert_cacheable(Client(), surface.address(site, page))


def test_missing_page(site: SmallSite) -> None:
    assert_cacheable(Client(), "/no-such-page/", status=404)


def assert_cacheable(client: Client, url: str, status: int = 200) -> None:
    response = client.get(url, follow=False)
    assert response.status_code in (status, 301, 302)
    assert "Set-Cookie" not in response.headers
    assert not response.cookies
    assert "cookie" not in response.headers.get("Vary", "").lower()
