"""What a page is about, as plain ids, so that sibling features need not know each other."""

from collections.abc import Callable, Collection, Mapping
from typing import NamedTuple

from wagtail import hooks

NAMES_HOOK = "register_prcouncil_facet_names"
"""Whose rows the ids are registers how they are called: it returns `FacetNames`."""


class Facets(NamedTuple):
    """Ids that comments and audience store for their filters; never foreign keys.

    A section is a page; agencies and provinces are rows of whoever names them. A page of a foreign
    type has empty ones.
    """

    section_id: int | None = None
    agency_id: int | None = None
    province_id: int | None = None
    council_ids: tuple[int, ...] = ()


def facets_of(page: object) -> Facets:
    """The page's own facets, or empty ones for a page that is not ours."""
    own = getattr(page, "facets", None)
    return own() if own else Facets()


class FacetNames(NamedTuple):
    """For the ids of one facet ("agency_id") their names in the active language; those of rows
    that are gone are left out."""

    facet: str
    names: Callable[[Collection[int]], Mapping[int, str]]


def names_of(facet: str, ids: Collection[int]) -> dict[int, str]:
    """What installed features call these ids."""
    found: dict[int, str] = {}
    for register in hooks.get_hooks(NAMES_HOOK):
        named = register()
        if named.facet == facet and ids:
            found |= named.names(ids)
    return found
