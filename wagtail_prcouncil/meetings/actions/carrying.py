"""What an agenda takes over: from a past meeting, from what was left undone."""

from collections.abc import Sequence

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import Max
from django.utils.text import capfirst
from django.utils.translation import override

from wagtail_prcouncil.councils.scopes import require
from wagtail_prcouncil.meetings.actions.itemising import note_items
from wagtail_prcouncil.meetings.actions.locking import allowed, check_writable, move
from wagtail_prcouncil.meetings.models import AgendaItem, Assignment, Meeting
from wagtail_prcouncil.meetings.models.agenda import AgendaItemQuerySet
from wagtail_prcouncil.meetings.nesting import label_here, proposed_label
from wagtail_prcouncil.meetings.rights import Right
from wagtail_prcouncil.meetings.seen import seen_by, strictest
from wagtail_prcouncil.meetings.states import AgendaStatus, Axis, ItemKind, Outcome, Visibility
from wagtail_prcouncil.meetings.transitions import Verb

COPIED = (
    "label",
    "kind",
    "title",
    "title_en",
    "background",
    "background_en",
    "presenter",
    "agency",
    "minutes_allotted",
    "visibility",
)
"""What an item takes along into the agenda of another meeting."""
LEFT = frozenset({Outcome.PENDING, Outcome.DEFERRED})
"""What became of items that are still to be dealt with."""


def copy_agenda(
    meeting: Meeting, source: Meeting, *, version: int, by: AbstractBaseUser | None = None
) -> Meeting:
    """The items of a past meeting, as new ones behind those that are there."""
    rows = source.items.exclude(kind=ItemKind.MATTERS_ARISING)
    return _take(meeting, source, rows, by=by, version=version, verb="copy_agenda")


def carry_over(
    meeting: Meeting, source: Meeting, *, version: int, by: AbstractBaseUser | None = None
) -> Meeting:
    """What was not dealt with there, or deferred, comes here; each once."""
    known = meeting.items.exclude(carried_from=None).values("carried_from")
    rows = source.items.filter(outcome__in=LEFT).exclude(pk__in=known)
    return _take(meeting, source, rows, by=by, version=version, verb="carry_over")


def fill_matters_arising(
    meeting: Meeting, *, version: int, by: AbstractBaseUser | None = None
) -> Meeting:
    """A line below “matters arising” for each assignment of earlier meetings of the council that
    is not done; each once. The heading is made when there is none."""
    with transaction.atomic():
        fresh = allowed(meeting, by, Right.CHANGE, version=version)
        check_writable(fresh)
        rows = Assignment.objects.undone().of_council(fresh.council).exclude(meeting=fresh)
        rows = rows.select_related("agency", "resolution")
        known = set(fresh.items.values_list("assignment_id", flat=True))
        new = [row for row in rows.order_by("due_on", "pk") if row.pk not in known]
        if new:
            _arise(fresh, new)
            if fresh.agenda_status == AgendaStatus.NONE:
                move(fresh, Verb.DRAFT_AGENDA, Axis.AGENDA, by=by)
        note_items(fresh, by, "fill_matters_arising", {"assignments": [row.pk for row in new]})
    return fresh


def _heading(language: str) -> str:
    """In the language of whoever reads it: who fills in the agenda may work in another."""
    with override(language):
        return capfirst(str(ItemKind.MATTERS_ARISING.label))


def _arise(meeting: Meeting, assignments: Sequence[Assignment]) -> None:
    last = meeting.items.aggregate(last=Max("sort_order"))["last"] or 0
    head = meeting.items.filter(kind=ItemKind.MATTERS_ARISING, parent=None).first()
    if head is None:
        head = AgendaItem.objects.create(
            meeting=meeting,
            kind=ItemKind.MATTERS_ARISING,
            label=proposed_label(meeting, None),
            title=_heading(meeting.page.locale.language_code),
            title_en=_heading("en"),
            sort_order=last + 1,
        )
    AgendaItem.objects.bulk_create(
        AgendaItem(
            meeting=meeting,
            parent=head,
            kind=ItemKind.MATTERS_ARISING,
            title=row.task[:300],
            title_en=row.task_en[:300],
            agency=row.agency,
            visibility=_seen(row),
            assignment=row,
            sort_order=last + 2 + place,
        )
        for place, row in enumerate(assignments)
    )


def _seen(row: Assignment) -> str:
    """Nobody reads of it who does not read of the resolution behind it."""
    above = row.resolution.visibility if row.resolution else Visibility.PUBLIC
    return strictest(row.visibility, above)


def _take(
    meeting: Meeting,
    source: Meeting,
    rows: AgendaItemQuerySet,
    *,
    version: int,
    by: AbstractBaseUser | None,
    verb: str,
) -> Meeting:
    """Whoever may not see the agenda that they stand on takes nothing from it. A part that comes
    without what it was part of is no more public than that was. Numbers are those of a copy only
    where nothing stood there before; else each gets the next."""
    with transaction.atomic():
        fresh = allowed(meeting, by, Right.CHANGE, version=version)
        require(by, Right.CHANGE, source.council)
        check_writable(fresh)
        seen = seen_by(source.items.all())
        last = fresh.items.aggregate(last=Max("sort_order"))["last"] or 0
        keeps_numbers = verb == "copy_agenda" and not last
        made: dict[int, AgendaItem] = {}
        for place, row in enumerate(rows.in_order(), start=1):
            parent = made.get(row.parent_id or 0)
            said = {name: getattr(row, name) for name in COPIED}
            if not keeps_numbers:
                said["label"] = label_here(row.label, fresh, parent)
            made[row.pk] = AgendaItem.objects.create(
                meeting=fresh,
                parent=parent,
                sort_order=last + place,
                carried_from=row if verb == "carry_over" else None,
                **(said if parent else said | {"visibility": seen[row.pk]}),
            )
        if made and fresh.agenda_status == AgendaStatus.NONE:
            move(fresh, Verb.DRAFT_AGENDA, Axis.AGENDA, by=by)
        note_items(fresh, by, verb, {"items": [row.pk for row in made.values()]})
    return fresh
