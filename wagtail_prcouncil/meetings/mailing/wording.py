"""What all mail of meetings says in the same way: days, times, the meeting, where it is found."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from django.utils import timezone
from django.utils.translation import gettext

from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.meetings.mailing.addresses import calendar_address, page_address
from wagtail_prcouncil.meetings.mailing.letters import Line, Link, Reader
from wagtail_prcouncil.meetings.models import Meeting, MeetingPage
from wagtail_prcouncil.meetings.states import Mode
from wagtail_prcouncil.pages.numerals import in_digits
from wagtail_prcouncil.persian.digits import to_persian
from wagtail_prcouncil.persian.jalali import in_tehran, to_jalali
from wagtail_prcouncil.ui.dates import displayed


def day_in(day: dt.date, reader: Reader) -> str:
    """«۱ آذر ۱۴۰۵»; whoever reads another language gets both calendars, since papers are dated by
    the Iranian one: "22 November 2026 (1405/09/01)"."""
    return displayed(day, "short", reader.language) + _beside(day, reader)


def time_in(starts_at: dt.datetime | None, ends_at: dt.datetime | None, reader: Reader) -> str:
    """From when to when on Tehran's clock; the end without its day where that is the same."""
    if starts_at is None:
        return gettext("not known yet")
    start = displayed(starts_at, "datetime", reader.language)
    if ends_at is None:
        return start + _beside(starts_at, reader)
    end = in_tehran(ends_at)
    if end.date() != in_tehran(starts_at).date():
        until = displayed(ends_at, "datetime", reader.language)
    else:
        until = f"{end:%H:%M}"
        until = to_persian(until) if reader.language.is_persian else until
    told = gettext("%(start)s to %(end)s") % {"start": start, "end": until}
    return told + _beside(starts_at, reader)


def _beside(day: dt.date, reader: Reader) -> str:
    if reader.language.is_persian:
        return ""
    jalali = to_jalali(day)
    return f" ({jalali.year}/{jalali.month:02}/{jalali.day:02})"


def is_past(meeting: Meeting) -> bool:
    """Whether its time is over; one that has none is still to come."""
    return meeting.ends_at is not None and meeting.ends_at < timezone.now()


def number_of(meeting: Meeting) -> str:
    """«نشست ۳/۱۴۰۵»: what subjects call it; one that has no number is "the meeting"."""
    if meeting.number is None or meeting.year is None:
        return gettext("the meeting")
    number = f"{in_digits(meeting.number)}/{in_digits(meeting.year)}"
    return gettext("meeting %(number)s") % {"number": number}


class Place(NamedTuple):
    """How a meeting is held and, by the words of a page, where: nowhere if people meet online."""

    mode: str
    venue: str

    @classmethod
    def of(cls, meeting: Meeting, page: MeetingPage) -> "Place":
        if meeting.mode == Mode.ONLINE:
            return cls(meeting.mode, "")
        return cls(meeting.mode, "\n".join(filter(None, (page.venue, page.venue_address))))

    def lines(self) -> Iterator[Line]:
        yield Line(gettext("Held"), str(Mode(self.mode).label))
        if self.venue:
            yield Line(gettext("Place"), gettext(", ").join(self.venue.splitlines()))


class Known:
    """What meetings and their councils are called in each language where readers find the page.
    Three queries for all of them."""

    def __init__(self, meetings: Iterable[Meeting]) -> None:
        rows = list(meetings)
        pages = MeetingPage.objects.filter(translation_key__in={row.key for row in rows}, live=True)
        self._pages = {
            (page.translation_key, page.locale.language_code): page
            for page in pages.filter(alias_of=None).without_kept().select_related("locale")
        }
        keys = {row.council.translation_key for row in rows}
        titles = CouncilPage.objects.filter(translation_key__in=keys, live=True, alias_of=None)
        self._councils = {
            (key, language): title
            for key, language, title in titles.values_list(
                "translation_key", "locale__language_code", "title"
            )
        }

    def page(self, meeting: Meeting, reader: Reader) -> MeetingPage:
        return self.page_in(meeting, reader.language.code)

    def page_in(self, meeting: Meeting, language: str) -> MeetingPage:
        """In the reader's language where it is published, else the original."""
        return self._pages.get((meeting.key, language), meeting.page)

    def council(self, council: CouncilPage, reader: Reader) -> str:
        return self._councils.get((council.translation_key, reader.language.code), council.title)


class MeetingWords:
    """A meeting in the reader's language."""

    def __init__(self, meeting: Meeting, reader: Reader, known: Known | None = None) -> None:
        self.meeting, self.reader = meeting, reader
        self.known = known or Known([meeting])
        self.page = self.known.page(meeting, reader)
        self.title = self.page.title
        self.number = number_of(meeting)

    def council(self) -> Line:
        return Line(gettext("Council"), self.known.council(self.meeting.council, self.reader))

    def time(self) -> Line:
        one = self.meeting
        return Line(gettext("Time"), time_in(one.starts_at, one.ends_at, self.reader))

    def place(self) -> Iterator[Line]:
        """How and where; the address to join is for members."""
        yield from Place.of(self.meeting, self.page).lines()
        if self.reader.is_member and self.meeting.join_url:
            address = self.meeting.join_url
            yield Line(gettext("Address to join"), address, address)

    def reason(self, reason: str) -> Iterator[Line]:
        if reason:
            yield Line(gettext("Reason"), reason)

    def links(self, part: str = "meeting", *, with_calendar: bool = False) -> list[Link]:
        """To the page, and to the file for a calendar; none to a page that is not published."""
        found = [Link(gettext("The page of the meeting"), page_address(self.page, part))]
        if with_calendar:
            label = gettext("File for your calendar (iCalendar)")
            found.append(Link(label, calendar_address(self.page)))
        return there(found)


def there(links: Iterable[Link]) -> list[Link]:
    """Those that lead somewhere."""
    return [link for link in links if link.url]
