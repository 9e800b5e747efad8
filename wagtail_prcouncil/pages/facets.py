"""What a page is about, as plain ids, so that sibling features need not know each other."""

from typing import NamedTuple


class Facets(NamedTuple):
    """Ids that comments and audience store for their filters; never foreign keys.

    A page of a foreign type has empty ones.
    """

    section_id: int | None = None
    agency_id: int | None = None
    province_id: int | None = None
    council_ids: tuple[int, ...] = ()


def facets_of(page: object) -> Facets:
    """The page's own facets, or empty ones for a page that is not ours."""
    own = getattr(page, "facets", None)
    return own() if own else Facets()
