"""What comes of the demo's meetings: items, reports, resolutions, minutes, assignments."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from home.demo.loading import Tree
from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.meetings.actions import (
    assigning,
    convening,
    itemising,
    minuting,
    reporting,
    resolving,
)
from wagtail_prcouncil.meetings.models import (
    AgendaItem,
    Assignment,
    Forwarding,
    Meeting,
    Resolution,
)
from wagtail_prcouncil.meetings.states import ApprovedHow, Outcome
from wagtail_prcouncil.meetings.transitions import AssignmentVerb

Row = Mapping[str, Any]
ONE_DAY = dt.timedelta(days=1)
WORDS = ("kind", "label", "title", "title_en", "visibility")


def write_item(meeting: Meeting, row: Row, tree: Tree) -> AgendaItem:
    said = {name: row[name] for name in WORDS if name in row}
    item = AgendaItem(
        meeting=meeting,
        minutes_allotted=row.get("minutes"),
        agency=tree.agencies.get(row.get("agency", "")),
        **said,
    )
    return itemising.save_item(item, version=_now(meeting).version)


def ask_for_reports(meeting: Meeting, rows: Sequence[Row], tree: Tree) -> None:
    """As far as each has come: requested, submitted, accepted."""
    for row in rows:
        agency = tree.agencies[row["agency"]]
        due_on = (meeting.day or today()) - 2 * ONE_DAY
        asked = {"kind": row["kind"], "due_on": due_on, "version": _now(meeting).version}
        (report,) = reporting.request_reports(meeting, [agency], **asked)
        if row["state"] == "requested":
            continue
        answer = reporting.Answer(row["title"], row["text"])
        report = reporting.submit(report, answer, version=report.version)
        if row["state"] == "accepted":
            reporting.accept(report, version=report.version)


def decide(
    meeting: Meeting, items: Sequence[AgendaItem], rows: Sequence[Row], said: Sequence[Row]
) -> None:
    """What became of items, and the resolutions, as drafts."""
    for item, row in zip(items, said, strict=True):
        version = AgendaItem.objects.get(pk=item.pk).version
        outcome, words = row.get("outcome", Outcome.NOTED), row.get("discussion", "")
        itemising.settle_item(item, outcome=outcome, discussion=words, version=version)
    for row in rows:
        item = items[row["item"] - 1]
        if row.get("taken_up"):
            _take_up(meeting, item)
            continue
        in_favour, against, abstained = row.get("votes", (None, None, None))
        resolution = Resolution(
            meeting=meeting,
            item=item,
            text=row["text"],
            text_en=row.get("text_en", ""),
            by_consensus="votes" not in row,
            votes_for=in_favour,
            votes_against=against,
            abstentions=abstained,
        )
        resolving.save_resolution(resolution, version=1)


def settle(meeting: Meeting, *, is_published: bool) -> None:
    """Closed, minutes drawn up and circulated; approved by written procedure, and published."""
    convening.close(meeting, version=_now(meeting).version)
    minuting.draw_up(meeting, version=_now(meeting).version)
    until = today() + 5 * ONE_DAY
    minuting.circulate(meeting, objections_until=until, version=_now(meeting).version)
    if is_published:
        on = (meeting.day or today()) + 10 * ONE_DAY
        version = _now(meeting).version
        # Long ago in the story, and circulated a moment ago.
        minuting.approve(
            meeting, how=ApprovedHow.WRITTEN, on=on, all_answered=True, version=version
        )
        minuting.publish(meeting, version=_now(meeting).version)


def follow(meeting: Meeting, decided: Sequence[Row], rows: Sequence[Row], tree: Tree) -> None:
    """Resolutions forwarded, and assignments with what was done about them."""
    resolutions = list(meeting.resolutions.order_by("sort_order", "pk"))
    for resolution, row in zip(resolutions, decided, strict=True):
        if "forward" in row:
            council = CouncilPage.objects.get(slug=row["forward"], locale=meeting.page.locale)
            resolving.forward(resolution, council)
    for row in rows:
        day = meeting.day or today()
        assignment = assigning.assign(
            Assignment(
                meeting=meeting,
                resolution=resolutions[row["resolution"] - 1],
                agency=tree.agencies[row["agency"]],
                task=row["task"],
                task_en=row["task_en"],
                due_on=day + row["due"] * ONE_DAY,
            )
        )
        if "verb" in row:
            assigning.follow_up(
                assignment,
                text=row["text"],
                verb=AssignmentVerb(row["verb"]),
                on=min(day + 14 * ONE_DAY, today()),
                blocked_by=row.get("blocked_by"),
                version=assignment.version,
            )


def _take_up(meeting: Meeting, item: AgendaItem) -> None:
    """What another council has sent, put to an item."""
    sent = Forwarding.objects.filter(council=meeting.council).earliest("pk")
    taken = resolving.take_up(sent, meeting, version=_now(meeting).version)
    taken.item = item
    resolving.save_resolution(taken, version=taken.version)


def _now(meeting: Meeting) -> Meeting:
    """As the last step has left it."""
    return Meeting.objects.select_related("page", "council").get(pk=meeting.pk)
