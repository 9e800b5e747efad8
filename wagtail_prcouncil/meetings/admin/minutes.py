"""The minutes on the desk: where they stand, what they say, who objected."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.forms import Media
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.councils.admin.asking import Fact
from wagtail_prcouncil.councils.admin.reading import day_as_read
from wagtail_prcouncil.meetings.admin.reading import moment_as_read
from wagtail_prcouncil.meetings.admin.tabs import MeetingTab
from wagtail_prcouncil.meetings.drafting import is_edited
from wagtail_prcouncil.meetings.models import Meeting, Minutes, Objection
from wagtail_prcouncil.meetings.paper_addresses import address_of
from wagtail_prcouncil.meetings.public.minutes import passages
from wagtail_prcouncil.meetings.states import (
    SETTLED,
    ApprovedHow,
    MinutesStatus,
    Visibility,
)
from wagtail_prcouncil.meetings.transitions import MINUTES
from wagtail_prcouncil.pages.numerals import in_numerals

MINUTES_LOOK = Media(css={"all": ["prcouncil_meetings/admin-minutes.css"]})


class PartShown(NamedTuple):
    """A block of the minutes, who reads it in words where that is not everybody, and whether a
    person has written in it; `is_own` is one that a person added."""

    block: Any
    visibility: str | Promise
    is_edited: bool
    is_own: bool


class ObjectionShown(NamedTuple):
    objection: Objection
    seat: str
    raised: str
    answered: str


def badge(meeting: Meeting) -> str:
    """How many objections wait for an answer."""
    if meeting.minutes_status != MinutesStatus.CIRCULATED:
        return ""
    count = meeting.objections.open().count()
    return in_numerals(count) if count else ""


class MinutesTab(MeetingTab):
    """All of them, as members get them; the verbs; objections with their answers."""

    slug = "minutes"
    verbs = tuple(MINUTES)
    template_name = "prcouncil_meetings/admin/minutes.html"
    page_title = _("Minutes")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        minutes = Minutes.objects.filter(meeting=self.meeting).first()
        status, context = self.meeting.minutes_status, super().get_context_data(**kwargs)
        may_change = context["may_change"]
        return context | {
            "minutes": minutes,
            "parts": list(parts_shown(minutes)) if minutes else [],
            "withheld": withheld(minutes) if minutes else "",
            "told": list(minutes_facts(self.meeting)),
            "objections": list(objections_shown(self.meeting)),
            "scan_url": address_of(self.meeting) if self.meeting.scan else "",
            "may_write": may_change and status == MinutesStatus.DRAFT,
            "may_object": may_change and status == MinutesStatus.CIRCULATED,
            "may_scan": may_change and status in SETTLED,
            "media": context["media"] + MINUTES_LOOK,
        }


def parts_shown(minutes: Minutes) -> Iterator[PartShown]:
    raw = {block["id"]: block for block in minutes.body.raw_data}
    for block in minutes.body:
        note = minutes.made.get(block.id or "")
        said = block.value.get("visibility")
        told = "" if said == Visibility.PUBLIC else Visibility(said).label
        edited = note is not None and is_edited(raw[block.id], note)
        yield PartShown(block, told, edited, note is None)


def withheld(minutes: Minutes) -> str:
    """How many parts readers do not get, in words; empty where they get all."""
    shown = [one for one in passages(minutes) if not one.is_withheld]
    count = len(minutes.body) - len(shown)
    return in_numerals(count) if count else ""


def minutes_facts(meeting: Meeting) -> Iterator[Fact]:
    """Until when members object, and when and how they were approved."""
    if meeting.minutes_status == MinutesStatus.CIRCULATED:
        yield Fact(_("Objections until"), day_as_read(meeting.objections_until))
    if meeting.minutes_status in SETTLED:
        yield Fact(_("Approved on"), day_as_read(meeting.approved_on))
        how = ApprovedHow(meeting.approved_how).label
        yield Fact(_("How"), meeting.approved_in.page.title if meeting.approved_in else str(how))


def objections_shown(meeting: Meeting) -> Iterator[ObjectionShown]:
    for row in meeting.objections.select_related("seat__agency"):
        answered = ""
        if row.answered_at is not None:
            word = gettext("granted") if row.is_granted else gettext("not granted")
            answered = f"{word} · {moment_as_read(row.answered_at)}"
        yield ObjectionShown(row, row.seat.name_as_read(), moment_as_read(row.raised_at), answered)
