"""A meeting as readers see it."""

import datetime as dt
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, Self

from django.db.models import prefetch_related_objects
from django.http import Http404, HttpRequest

from wagtail_prcouncil.directory.models import Province
from wagtail_prcouncil.meetings.models.meeting import Meeting, MeetingChange, Organiser
from wagtail_prcouncil.meetings.models.report import MemberReport
from wagtail_prcouncil.meetings.models.resolution import Resolution
from wagtail_prcouncil.meetings.public.agendas import Agenda, Item
from wagtail_prcouncil.meetings.public.around import Around
from wagtail_prcouncil.meetings.public.decisions import Decision, Decisions, Task
from wagtail_prcouncil.meetings.public.hosts import Host, Hosts
from wagtail_prcouncil.meetings.public.records import Record
from wagtail_prcouncil.meetings.public.rolls import Roll
from wagtail_prcouncil.meetings.states import DUE, OFF, Axis, Kind, Status, Visibility
from wagtail_prcouncil.meetings.transitions import Verb
from wagtail_prcouncil.pages.privacy import is_open
from wagtail_prcouncil.persian.jalali import in_tehran
from wagtail_prcouncil.ui.languages import PageLanguage, page_language

if TYPE_CHECKING:
    from wagtail_prcouncil.meetings.models.page import MeetingPage, MeetingPicture

MOVES = frozenset({Verb.POSTPONE, Verb.RESCHEDULE, Verb.CANCEL})
LINKED = ("council__locale", "page__locale", "approved_in")


class Move(NamedTuple):
    """That a meeting was put off, moved or called off: the step, how it stood after it, and the
    tone of the note (components/notice.html)."""

    change: MeetingChange
    label: str
    tone: str


class Times(NamedTuple):
    """From when to when; `is_off` says that it will not take place then."""

    starts_at: dt.datetime
    ends_at: dt.datetime | None
    is_off: bool

    @property
    def lasts_a_day(self) -> bool:
        """Whether it ends on the day on which it begins, in Tehran."""
        end = self.ends_at
        return end is None or in_tehran(end).date() == in_tehran(self.starts_at).date()


def times_of(one: Meeting) -> Times | None:
    """When it took place, else when it will, else when it was to."""
    if one.is_over and one.started_at:
        return Times(one.started_at, one.ended_at, is_off=False)
    if one.starts_at is None:
        return None
    return Times(one.starts_at, one.ends_at, is_off=one.status in OFF)


class MeetingSession:
    """The facts of one meeting, beside the page in whose language they are told. Reads each of its
    parts once, when a template asks.

    Of a planned meeting nobody is told anything but the words of its page (`is_told`), and not even
    these where the original is kept from readers (`is_kept`, rule A18). Whoever previews the page
    sees when and where it will be.
    """

    def __init__(self, page: "MeetingPage", meeting: Meeting, request: HttpRequest | None) -> None:
        self.page, self.meeting, self._request = page, meeting, request
        self.language = page.locale.language_code
        self.is_kept = is_open(page) and not is_open(meeting.page)
        self.is_preview = bool(getattr(request, "is_preview", False))
        self.is_told = self.is_preview or (meeting.is_told and not self.is_kept)

    @classmethod
    def of(cls, page: "MeetingPage", request: HttpRequest) -> Self | None:
        """None for a page that has no facts yet: in its first preview. Raises Http404 for one whose
        original is kept from readers while it is not itself (rule A18)."""
        meeting = Meeting.objects.of_page(page).select_related(*LINKED).first()
        if meeting is None:
            return None
        found = cls(page, meeting, request)
        if found.is_kept and not found.is_preview:
            raise Http404("This meeting is kept from readers.")
        return found

    @property
    def is_due(self) -> bool:
        """Whether it will be held, as things stand."""
        return self.meeting.status in DUE

    @property
    def record_language(self) -> PageLanguage:
        """That of the minutes."""
        return page_language(self.meeting.page)

    @property
    def own_language(self) -> PageLanguage | None:
        """The same, where the page is in another."""
        is_ours = self.meeting.page.locale_id == self.page.locale_id
        return None if is_ours else self.record_language

    @property
    def times(self) -> Times | None:
        return times_of(self.meeting)

    @cached_property
    def hosts(self) -> Hosts:
        """All councils that the page names."""
        others = [row.council for row in self._organisers]
        named = [self.meeting.council, *others, *self._decisions.councils]
        return Hosts(named, self.page, self._request)

    @property
    def host(self) -> Host | None:
        """The council that leads it."""
        return self.hosts.get(self.meeting.council_id)

    @property
    def organisers(self) -> list[Host]:
        """Those beside it, of a joint meeting."""
        found = (self.hosts.get(row.council_id) for row in self._organisers)
        return [host for host in found if host]

    @cached_property
    def _organisers(self) -> list[Organiser]:
        if self.meeting.kind != Kind.JOINT:
            return []
        return list(self.meeting.organisers.select_related("council").order_by("pk"))

    @cached_property
    def provinces(self) -> list[Province]:
        """Those that join from afar."""
        return sorted(self.meeting.provinces.all(), key=lambda row: row.sort_key)

    @cached_property
    def _changes(self) -> list[MeetingChange]:
        return list(self.meeting.changes.exclude(axis=Axis.AGENDA).order_by("at", "pk"))

    @property
    def moves(self) -> list[Move]:
        """How often it was put off, moved or called off, with the times that stood there before;
        the latest first."""
        moved = [row for row in self._changes if row.axis == Axis.STATUS and row.verb in MOVES]
        return [
            Move(row, str(Status(row.after).label), "bad" if row.verb == Verb.CANCEL else "wait")
            for row in reversed(moved)
        ]

    @cached_property
    def agenda(self) -> Agenda:
        return Agenda(self.meeting)

    @cached_property
    def roll(self) -> Roll:
        return Roll(self.meeting, self.hosts)

    @cached_property
    def record(self) -> Record:
        return Record(self.meeting, self._changes, is_preview=self.is_preview)

    @cached_property
    def around(self) -> Around:
        return Around(self.page, self.meeting, self._request)

    @cached_property
    def _decisions(self) -> Decisions:
        return Decisions(self.meeting)

    @property
    def items(self) -> list[Item]:
        """Those that readers know of, once the agenda is published."""
        return self.agenda.items

    @property
    def resolutions(self) -> list[Resolution]:
        return self._decisions.resolutions

    @cached_property
    def decisions(self) -> list[Decision]:
        return self._decisions.told(self.hosts)

    @property
    def other_tasks(self) -> list[Task]:
        return self._decisions.others

    @cached_property
    def reports(self) -> list[MemberReport]:
        """What agencies reported, of that what is for everybody: with no item, or one that readers
        can read of."""
        rows = self.meeting.reports.accepted().filter(visibility=Visibility.PUBLIC)
        told = rows.select_related("agency").order_by("agency__sort_key", "kind", "pk")
        return [
            row
            for row in told.prefetch_related("files")
            if row.item_id is None or self.agenda.is_open(row.item_id)
        ]

    @cached_property
    def pictures(self) -> "list[MeetingPicture]":
        """The gallery, with the files of its pictures."""
        rows = list(self.page.gallery.select_related("image"))
        prefetch_related_objects([row.image for row in rows], "renditions")
        return rows
