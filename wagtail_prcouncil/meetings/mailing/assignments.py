"""Agencies are told what they have to do, reminded of it, and their heads told of what stays
undone."""

from collections.abc import Iterator

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
    post,
)
from wagtail_prcouncil.meetings.mailing.wording import Known, MeetingWords, day_in, there
from wagtail_prcouncil.meetings.models import Assignment
from wagtail_prcouncil.pages.numerals import in_numerals


def give(row: Assignment) -> None:
    """It was given to its agency."""

    def tell(reader: Reader) -> Said:
        day = day_in(row.due_on, reader)
        return _said(
            row,
            Known([row.meeting]),
            reader,
            gettext("An assignment was given, due %(day)s") % {"day": day},
            gettext("This meeting has given your agency something to do:"),
        )

    event = Event("assigned", f"{row.pk}:{row.agency_id}:{row.version}", row.meeting_id)
    post(event, Desks([row.meeting]).of_assignment(row), tell)


def near(row: Assignment, known: Known) -> Tell:
    """Its last day is near."""

    def tell(reader: Reader) -> Said:
        left = (row.due_on - today()).days
        subject = ngettext(
            "%(days)s day left for an assignment, due %(day)s",
            "%(days)s days left for an assignment, due %(day)s",
            left,
        )
        if left == 0:
            subject = gettext("An assignment is due today, %(day)s")
        named = {"days": in_numerals(left), "day": day_in(row.due_on, reader)}
        sentence = gettext(
            "The last day of an assignment that this meeting gave to your agency is near:"
        )
        return _said(row, known, reader, subject % named, sentence)

    return tell


def late(row: Assignment, known: Known) -> Tell:
    """Its last day is past. Told once a week until it is done."""

    def tell(reader: Reader) -> Said:
        subject = gettext("An assignment is overdue since %(day)s")
        sentence = gettext(
            "The last day of an assignment that this meeting gave to your agency is past:"
        )
        return _said(row, known, reader, subject % {"day": day_in(row.due_on, reader)}, sentence)

    return tell


def neglected(row: Assignment, known: Known) -> Tell:
    """For the agency's head: it has been overdue for long."""

    def tell(reader: Reader) -> Said:
        days = (today() - row.due_on).days
        subject = ngettext(
            "To the head of the agency: an assignment is overdue by %(days)s day",
            "To the head of the agency: an assignment is overdue by %(days)s days",
            days,
        )
        sentence = gettext(
            "An assignment that this meeting gave to your agency was not done in "
            "spite of reminders:"
        )
        return _said(row, known, reader, subject % {"days": in_numerals(days)}, sentence)

    return tell


def _said(row: Assignment, known: Known, reader: Reader, subject: str, sentence: str) -> Said:
    words = MeetingWords(row.meeting, reader, known)
    task = Section(gettext("What is to be done"), row.task_in(reader.language.code).splitlines())
    own = Link(gettext("What your agency owes (for its login)"), owed_address())
    return Said(
        subject=subject,
        sentence=sentence,
        title=words.title,
        lines=list(_lines(row, words)),
        sections=[task],
        links=[*there([own]), *words.links()],
    )


def _lines(row: Assignment, words: MeetingWords) -> Iterator[Line]:
    yield words.council()
    yield Line(gettext("Agency"), row.agency.name_in(words.reader.language.code))
    if row.resolution is not None and row.resolution.number is not None:
        yield Line(gettext("Decided by"), row.resolution.name_as_read())
    yield Line(gettext("Last day"), day_in(row.due_on, words.reader))
    yield Line(gettext("State"), row.get_state_display())
    if row.is_blocked:
        yield Line(gettext("Held up by"), row.blocked_by)
