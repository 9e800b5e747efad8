"""Who reads of what: the stricter of two sayings counts."""

from collections.abc import Iterable

from django.db.models import Q

from wagtail_prcouncil.meetings.models.agenda import AgendaItem
from wagtail_prcouncil.meetings.states import Visibility

STRICTER = (Visibility.PUBLIC, Visibility.CLOSED, Visibility.MEMBERS)
"""For readers: of what is closed they know the title, of what is for members nothing."""

DEEPEST = 3
"""So deep are items nested."""


def strictest(*said: str) -> str:
    """What is unknown counts as for members."""
    known = {str(one): place for place, one in enumerate(STRICTER)}
    return str(STRICTER[max(known.get(one, len(STRICTER) - 1) for one in said)])


def seen_by(items: Iterable[AgendaItem]) -> dict[int, str]:
    """Who reads of each item of one agenda, by its key: what stands below an item that is not
    public is no more public than that."""
    rows = {item.pk: item for item in items}
    found: dict[int, str] = {}
    for key, row in rows.items():
        said, above, left = [row.visibility], rows.get(row.parent_id or 0), len(rows)
        while above is not None and left:
            said.append(above.visibility)
            above, left = rows.get(above.parent_id or 0), left - 1
        found[key] = strictest(*said)
    return found


def in_the_open(item: str = "item") -> Q:
    """Rows of no item, or of one that is public today with all that it is part of; `item` is the
    way to it. The same as `seen_by`, for a query."""
    found = Q()
    for place in range(DEEPEST):
        above = item + "__parent" * place
        found &= Q(**{above: None}) | Q(**{f"{above}__visibility": Visibility.PUBLIC})
    return found


def seen_of(item: AgendaItem) -> str:
    """The same of one item: a query for each that it is part of."""
    said: list[str] = []
    above: AgendaItem | None = item
    while above is not None:
        said.append(above.visibility)
        above = above.parent
    return strictest(*said)
