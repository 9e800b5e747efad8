"""Agencies are asked for their reports, reminded of them, and asked again where something is
missing."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext, ngettext

from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.meetings.mailing.addressees import Desks
from wagtail_prcouncil.meetings.mailing.addresses import owed_address
from wagtail_prcouncil.meetings.mailing.letters import (
    Event,
    Line,
    Link,
    Reader,
    Said,
    Section,
    Tell,
    post_all,
)
from wagtail_prcouncil.meetings.mailing.wording import Known, MeetingWords, day_in, there
from wagtail_prcouncil.meetings.models import AgendaItem, MemberReport
from wagtail_prcouncil.meetings.seen import seen_of
from wagtail_prcouncil.meetings.states import ReportState, Visibility
from wagtail_prcouncil.pages.numerals import in_numerals


def ask_for_reports(reports: Sequence[MemberReport]) -> None:
    """To each agency that a report was asked of, all of one meeting."""
    meetings = {row.meeting_id: row.meeting for row in reports}.values()
    desks, known = Desks(meetings), Known(meetings)
    post_all(
        (_event("report_requested", row), desks.of(row.meeting, row.agency), _asked(row, known))
        for row in reports
    )


def tell_of_return(report: MemberReport) -> None:
    """It was given back: what is missing."""
    addressees = Desks([report.meeting]).of(report.meeting, report.agency)

    known = Known([report.meeting])

    def tell(reader: Reader) -> Said:
        subject = gettext("A report was returned, due %(day)s")
        sentence = gettext("Your agency's report to this meeting needs something more:")
        named = {"day": day_in(report.due_on, reader)}
        return _said(report, known, reader, subject % named, sentence)

    post_all([(_event("report_returned", report), addressees, tell)])


def near(report: MemberReport, known: Known) -> Tell:
    """Its last day is near, and it was not submitted."""

    def tell(reader: Reader) -> Said:
        left = (report.due_on - today()).days
        subject = ngettext(
            "%(days)s day left for a report, due %(day)s",
            "%(days)s days left for a report, due %(day)s",
            left,
        )
        if left == 0:
            subject = gettext("A report is due today, %(day)s")
        named = {"days": in_numerals(left), "day": day_in(report.due_on, reader)}
        sentence = gettext("The last day of your agency's report to this meeting is near:")
        return _said(report, known, reader, subject % named, sentence)

    return tell


def late(report: MemberReport, known: Known) -> Tell:
    """Its last day is past. Told once a week until it is there or the meeting was held."""

    def tell(reader: Reader) -> Said:
        subject = gettext("A report is overdue since %(day)s")
        sentence = gettext("The last day of your agency's report to this meeting is past:")
        named = {"day": day_in(report.due_on, reader)}
        return _said(report, known, reader, subject % named, sentence)

    return tell


def _asked(report: MemberReport, known: Known) -> Tell:
    def tell(reader: Reader) -> Said:
        subject = gettext("A report is asked for, due %(day)s")
        sentence = gettext("Your agency is asked to report to this meeting:")
        named = {"day": day_in(report.due_on, reader)}
        return _said(report, known, reader, subject % named, sentence)

    return tell


def _said(report: MemberReport, known: Known, reader: Reader, subject: str, sentence: str) -> Said:
    words = MeetingWords(report.meeting, reader, known)
    missing = [Section(gettext("What is missing"), report.return_note.splitlines())]
    return Said(
        subject=subject,
        sentence=sentence,
        title=words.title,
        lines=list(_lines(report, words)),
        sections=missing if report.state == ReportState.RETURNED else [],
        links=_links(words),
    )


def _event(name: str, report: MemberReport) -> Event:
    return Event(name, f"{report.pk}:{report.version}", report.meeting_id)


def _lines(report: MemberReport, words: MeetingWords) -> Iterator[Line]:
    reader = words.reader
    yield words.council()
    yield words.time()
    yield Line(gettext("Agency"), report.agency.name_in(reader.language.code))
    yield Line(gettext("On what"), report.get_kind_display())
    if report.item is not None and (reader.is_member or _is_told(report.item)):
        yield Line(gettext("Item of the agenda"), report.item.title_in(reader.language.code))
    yield Line(gettext("Last day"), day_in(report.due_on, reader))


def _is_told(item: AgendaItem) -> bool:
    """Whether one who is no member may know its title: an agency's own address is a public one."""
    return seen_of(item) != Visibility.MEMBERS


def _links(words: MeetingWords) -> list[Link]:
    own = Link(gettext("What your agency owes (for its login)"), owed_address())
    return [*there([own]), *words.links()]
