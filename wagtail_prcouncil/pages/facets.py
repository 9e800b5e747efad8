"""What a page is about, as plain ids, so that sibling features need not know each other."""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import NamedTuple
from uuid import UUID

from wagtail import hooks
from wagtail.models import Page

from wagtail_prcouncil.pages.originals import original

NAMES_HOOK = "register_prcouncil_facet_names"
"""Whose rows the ids are registers how they are called: it returns `FacetNames`."""

CODES_HOOK = "register_prcouncil_item_codes"
"""Whose items have a code registers how it is found: called with the keys that the translations of
items share, it returns the codes of those that have one."""

COUNCILS_HOOK = "register_prcouncil_councils"
"""Whose pages are councils registers whose agencies sit there: it returns `Councils`."""

Seatings = Mapping[int, Collection[int]]


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


class Councils(NamedTuple):
    """Councils by the ids of their originals, and the agencies that sit there today: those that
    seats belong to, and those on whose behalf somebody sits. Each answer costs one query.
    """

    names: Callable[[int], Mapping[int, str]]
    """Of those that readers may see in a language, by the id of its locale, in its alphabet's
    order."""
    agencies_in: Callable[[Collection[int]], Seatings]
    """By council; councils without any may be left out."""
    councils_of: Callable[[Collection[int]], Seatings]
    """By agency, those that readers may see; agencies that sit nowhere may be left out."""


def council_names(locale_id: int) -> dict[int, str]:
    """The councils that readers may see in a language. No query where no feature has any."""
    return {
        key: name
        for register in hooks.get_hooks(COUNCILS_HOOK)
        for key, name in register().names(locale_id).items()
    }


def agencies_in(council_ids: Collection[int]) -> dict[int, set[int]]:
    """Which agencies sit in each of these councils today."""
    known = hooks.get_hooks(COUNCILS_HOOK) if council_ids else ()
    return _joined(register().agencies_in(council_ids) for register in known)


def councils_of(agency_ids: Collection[int]) -> dict[int, set[int]]:
    """In which readable councils each of these agencies sits today."""
    known = hooks.get_hooks(COUNCILS_HOOK) if agency_ids else ()
    return _joined(register().councils_of(agency_ids) for register in known)


def council_of(page: Page) -> int | None:
    """The id of the council that the page itself is, in any language; None of a page that is
    merely about one, as of all others."""
    ids = facets_of(page).council_ids
    if len(ids) != 1:
        return None
    own = getattr(page, "original", None)
    home = own() if own else original(page)
    return ids[0] if home.pk == ids[0] else None


def _joined(answers: Iterable[Seatings]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {}
    for answer in answers:
        for key, others in answer.items():
            found.setdefault(key, set()).update(others)
    return found
