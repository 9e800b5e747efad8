"""A page that is kept from readers, or one below a private page, shows on no public surface."""

from urllib.parse import quote, unquote

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from wagtail.models import Page

from tests.kinds import KEEPINGS, KINDS, SURFACES, Keeping, Kind, Surface, restrict
from tests.making import SmallSite
from wagtail_prcouncil.persian.slugs import slugify

CASES = [
    (kind, keeping)
    for kind in KINDS
    for keeping in KEEPINGS
    # Of types that hang on nothing but the tree, two ways tell as much as three.
    if kind.name == "news" or keeping.name in {"restricted", "unpublished"}
]


def shown(client: Client, url: str, page: Page) -> bool:
    """Whether the answer tells the title or the words of the address."""
    response = client.get(url)
    told = response.content.decode() + unquote(response.headers.get("Location", ""))
    return page.title in told or (slugify(page.title) in told.replace(quote(page.url), ""))


def tells(site: SmallSite, page: Page, surface: Surface) -> bool:
    """Of one surface, which finds the site as if no other had been asked before."""
    cache.clear()
    with transaction.atomic():
        told = shown(Client(), surface.address(site, page), page)
        transaction.set_rollback(True)
    return told


@pytest.mark.parametrize(("kind", "keeping"), CASES, ids=str)
def test_a_page_kept_from_readers(site: SmallSite, kind: Kind, keeping: Keeping) -> None:
    page = kind.live(site)
    keeping.keep(page)
    assert [str(surface) for surface in SURFACES if tells(site, page, surface)] == []


def test_below_a_private_page(site: SmallSite) -> None:
    page = KINDS[-1].live(site)
    restrict(page.get_parent())
    assert [str(surface) for surface in SURFACES if tells(site, page, surface)] == []


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_the_same_page_in_public(site: SmallSite, kind: Kind) -> None:
    """Or the tests above could not fail."""
    page = kind.live(site)
    assert any(shown(Client(), surface.address(site, page), page) for surface in SURFACES[:4])
