"""An agenda is put together, published, amended."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext
from wagtail.log_actions import log

from wagtail_prcouncil.meetings.actions.hindrances import check_unhindered
from wagtail_prcouncil.meetings.actions.locking import (
    allowed,
    check_writable,
    due,
    move,
    save,
    there,
)
from wagtail_prcouncil.meetings.caches import forget_after_commit
from wagtail_prcouncil.meetings.mailing.agendas import tell_of_agenda
from wagtail_prcouncil.meetings.models import AgendaEdition, AgendaItem, ItemDocument, Meeting
from wagtail_prcouncil.meetings.nesting import levels_below, parts_of
from wagtail_prcouncil.meetings.rights import Right
from wagtail_prcouncil.meetings.rules import ConflictError, InUseError, MeetingError
from wagtail_prcouncil.meetings.seen import DEEPEST, seen_by, strictest
from wagtail_prcouncil.meetings.states import PRINTED, AgendaStatus, Axis, Outcome
from wagtail_prcouncil.meetings.transitions import Verb


def save_item(item: AgendaItem, *, version: int, by: AbstractBaseUser | None = None) -> AgendaItem:
    """A new item, or what was written of one is put right; `version` is the meeting's for a new
    one, else the item's. The first begins the agenda.

    Raises PermissionDenied, ConflictError, MeetingError beside the field.
    """
    with transaction.atomic():
        if item.pk is None:
            fresh = allowed(item.meeting, by, Right.CHANGE, version=version)
            last = fresh.items.aggregate(last=Max("sort_order"))["last"]
            item.sort_order = (last or 0) + 1
        else:
            stored = there(AgendaItem.objects.filter(pk=item.pk).first())
            fresh = allowed(stored.meeting, by, Right.CHANGE, version=None)
            stored = there(AgendaItem.objects.filter(pk=item.pk).first())
            if stored.version != version:
                raise ConflictError(gettext("Somebody has changed this item meanwhile."))
            item.sort_order, item.version = stored.sort_order, stored.version + 1
        check_writable(fresh)
        item.meeting = fresh
        _check_parent(item)
        item.save()
        if fresh.agenda_status == AgendaStatus.NONE:
            move(fresh, Verb.DRAFT_AGENDA, Axis.AGENDA, by=by)
        else:
            note_items(fresh, by, "save_item", {"item": item.pk})
    return item


def remove_item(item: AgendaItem, *, version: int, by: AbstractBaseUser | None = None) -> Meeting:
    """Off the agenda, with what stands below it. Raises InUseError where a resolution or a report
    cites one of them: it stays, and can be withdrawn."""
    with transaction.atomic():
        fresh = allowed(item.meeting, by, Right.CHANGE, version=version)
        check_writable(fresh)
        going = _family(item)
        if any(rows.filter(item__in=going).exists() for rows in (fresh.resolutions, fresh.reports)):
            sentence = gettext(
                "A resolution or a report cites it. Say that it was withdrawn instead."
            )
            raise InUseError(sentence)
        _keep_hidden(fresh, going)
        there(fresh.items.filter(pk=item.pk).first()).delete()
        note_items(fresh, by, "remove_item", {"item": item.pk, "title": item.title})
    return fresh


def order_items(
    meeting: Meeting, keys: Sequence[int], *, version: int, by: AbstractBaseUser | None = None
) -> Meeting:
    """Items in the order of their keys; those that are not named follow as they stood."""
    with transaction.atomic():
        fresh = allowed(meeting, by, Right.CHANGE, version=version)
        check_writable(fresh)
        places = {key: place for place, key in enumerate(keys)}
        rows = sorted(fresh.items.in_order(), key=lambda row: places.get(row.pk, len(places)))
        for place, row in enumerate(rows, start=1):
            row.sort_order = place
        AgendaItem.objects.bulk_update(rows, ["sort_order"])
        note_items(fresh, by, "order_items", {"items": [row.pk for row in rows]})
    return fresh


def settle_item(
    item: AgendaItem,
    *,
    outcome: str,
    discussion: str = "",
    version: int,
    by: AbstractBaseUser | None = None,
) -> AgendaItem:
    """What became of an item. `version` is the item's."""
    with transaction.atomic():
        fresh = allowed(item.meeting, by, Right.CHANGE, version=None)
        check_writable(fresh)
        if outcome not in Outcome.values:
            raise MeetingError(gettext("Say what became of it."), field="outcome")
        row = there(fresh.items.filter(pk=item.pk).first())
        if row.version != version:
            raise ConflictError(gettext("Somebody has changed this item meanwhile."))
        row.outcome, row.discussion = outcome, discussion
        row.version += 1
        row.save()
        note_items(fresh, by, "settle_item", {"item": row.pk, "outcome": outcome})
    return row


def finalise(meeting: Meeting, *, version: int, by: AbstractBaseUser | None = None) -> Meeting:
    """The agenda goes to members and readers: its first edition."""
    with transaction.atomic():
        fresh = due(meeting, Verb.FINALISE_AGENDA, Axis.AGENDA, version, by)
        check_unhindered(fresh, Verb.FINALISE_AGENDA)
        fresh.agenda_edition = 1
        move(fresh, Verb.FINALISE_AGENDA, Axis.AGENDA, by=by)
        _print(fresh, "", by)
        tell_of_agenda(fresh)
    return fresh


def amend(
    meeting: Meeting, *, note: str, version: int, by: AbstractBaseUser | None = None
) -> Meeting:
    """What was changed since the last edition goes out as the next; `note` says what it was."""
    with transaction.atomic():
        fresh = due(meeting, Verb.AMEND_AGENDA, Axis.AGENDA, version, by)
        check_unhindered(fresh, Verb.AMEND_AGENDA)
        if not is_changed(fresh):
            raise MeetingError(gettext("Nothing has changed since it was published."))
        fresh.agenda_edition += 1
        move(fresh, Verb.AMEND_AGENDA, Axis.AGENDA, by=by, reason=note)
        _print(fresh, note, by)
        tell_of_agenda(fresh, note)
    return fresh


def is_changed(meeting: Meeting) -> bool:
    """Whether the agenda is another than members were told last, its papers included; they are
    unknown of editions that are older than this rule. Where they were told of none, it is."""
    last = meeting.editions.order_by("-number").first()
    if last is None:
        return True
    now = printed(meeting)
    if any("documents" not in told for told in last.items):
        now = [{name: said for name, said in told.items() if name != "documents"} for told in now]
    return bool(last.items != now)


def printed(meeting: Meeting) -> list[dict[str, Any]]:
    """The agenda as an edition keeps it; of papers their keys alone."""
    papers: defaultdict[int, list[int]] = defaultdict(list)
    rows = ItemDocument.objects.filter(item__meeting=meeting).order_by("pk")
    for item, key in rows.values_list("item", "pk"):
        papers[item].append(key)
    names = ("parent_id", "label", "kind", "title", "title_en", "visibility", "minutes_allotted")
    return [
        {"id": row.pk, "documents": papers[row.pk]}
        | {name.removesuffix("_id"): getattr(row, name) for name in names}
        for row in meeting.items.in_order()
    ]


def _check_parent(item: AgendaItem) -> None:
    """Raise MeetingError for a place below itself, in another agenda, or too deep."""
    above, depth = item.parent, 1
    while above is not None:
        if above.pk == item.pk or above.meeting_id != item.meeting_id:
            sentence = gettext("It cannot stand below this item.")
            raise MeetingError(sentence, field="parent")
        above, depth = above.parent, depth + 1
    if depth + levels_below(item) > DEEPEST:
        raise MeetingError(gettext("Items are nested three deep at most."), field="parent")


def _family(item: AgendaItem) -> list[AgendaItem]:
    """The item, where it is still there, and those below it."""
    return [*item.meeting.items.filter(pk=item.pk), *parts_of(item)]


def _keep_hidden(meeting: Meeting, going: Iterable[AgendaItem]) -> None:
    """Editions tell no more of items that go than their rows let them: with a row goes what says
    that readers are not to know of it any more."""
    seen, keys = seen_by(meeting.items.all()), {item.pk for item in going}
    editions = list(meeting.editions.all())
    for edition in editions:
        for told in edition.items:
            if told["id"] in keys:
                told["visibility"] = strictest(told["visibility"], seen[told["id"]])
    AgendaEdition.objects.bulk_update(editions, ["items"])


def _print(meeting: Meeting, note: str, by: AbstractBaseUser | None) -> None:
    AgendaEdition.objects.create(
        meeting=meeting,
        number=meeting.agenda_edition,
        note=note.strip(),
        by=by,
        items=printed(meeting),
    )


def note_items(
    meeting: Meeting, by: AbstractBaseUser | None, verb: str, data: dict[str, Any]
) -> None:
    """Somebody wrote in the agenda: version, log, and caches where readers see it."""
    save(meeting)
    told = {"meeting": meeting.pk} | data
    log(meeting.page, f"prcouncil_meetings.{verb}", user=by, data=told)
    if meeting.agenda_status in PRINTED:
        forget_after_commit(meeting)
