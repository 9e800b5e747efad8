"""What a page is about, as plain ids, so that sibling features need not know each other."""

from collections.abc import Callable, Collection, Mapping
from typing import NamedTuple
from uuid import UUID

from wagtail import hooks

NAMES_HOOK = "register_prcouncil_facet_names"
"""Whose rows the ids are registers how they are called: it returns `FacetNames`."""

CODES_HOOK = "register_prcouncil_item_codes"
"""Whose items have a code registers how it is found: called with the keys that the translations of
items share, it returns the codes of those that have one."""


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


def codes_of(items: Collection[UUID]) -> dict[UUID, int]:
    """By what numbers installed features know these items, in all their languages."""
    found: dict[UUID, int] = {}
    for look_up in hooks.get_hooks(CODES_HOOK) if items else ():
        found |= look_up(items)
    return found
