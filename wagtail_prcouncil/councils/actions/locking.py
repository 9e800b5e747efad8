"""One change at a time in a council: the rules look at several of its rows at once."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TypeVar
from uuid import UUID

from django.db.models import Model, Q
from django.utils.translation import gettext

from wagtail_prcouncil.councils.actions.gathering import gathered
from wagtail_prcouncil.councils.models import CouncilPage, Seat
from wagtail_prcouncil.councils.rules import ConflictError

Row = TypeVar("Row", bound=Model)


def locked_council(council: CouncilPage) -> CouncilPage:
    """The original of the council's page, locked with its translations until the transaction ends.
    Every action on a row of a council begins here, so that none meets another in a different order;
    whatever hangs on a page that is not the original any more is brought to it.

    Raises ConflictError where the pages are gone.
    """
    source = council.alias_of.specific if council.alias_of_id else council
    return _there(next(iter(_locked(Q(translation_key=source.translation_key))), None))


def lock_in_order(keys: Iterable[int]) -> list[CouncilPage]:
    """Several councils for one transaction, by the keys of pages of theirs. Whoever writes in more
    than one begins here: two who lock the same ones take them in the same order, and none waits
    for the other in a circle."""
    groups = CouncilPage.objects.filter(pk__in=list(keys)).order_by().values("translation_key")
    return _locked(Q(translation_key__in=groups))


def locked_seat(seat: Seat) -> Seat:
    """The seat as it stands now, in its locked council. Raises ConflictError where it is gone."""
    stored = _there(Seat.objects.filter(pk=seat.pk).first())
    council = locked_council(stored.council)
    seats = Seat.objects.select_related("agency").filter(council=council, pk=seat.pk)
    fresh = _there(seats.first())
    fresh.council = council
    return fresh


def _locked(wanted: Q) -> list[CouncilPage]:
    """All pages of these councils, in the order of their keys, and of each council the original."""
    pages = CouncilPage.objects.select_for_update(of=("self",)).filter(wanted, alias_of=None)
    groups: dict[UUID, list[CouncilPage]] = defaultdict(list)
    for page in pages.select_related("locale").order_by("pk"):
        groups[page.translation_key].append(page)
    return [_gathered(group) for group in groups.values()]


def _gathered(group: Sequence[CouncilPage]) -> CouncilPage:
    return group[0] if len(group) == 1 else gathered(group)


def _there(row: Row | None) -> Row:
    if row is None:
        raise ConflictError(gettext("It is not there any more: somebody has deleted it."))
    return row
