"""What a meeting tells of itself for its minutes: who came, then item by item what was reported,
said and decided. In the language of its original."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from django.utils.html import escape
from django.utils.translation import gettext, override

from wagtail_prcouncil.meetings.attended import attendance_table, quorum_sentence, when_sentence
from wagtail_prcouncil.meetings.blocks import LONGEST_HEADING
from wagtail_prcouncil.meetings.marks import mark
from wagtail_prcouncil.meetings.models.agenda import AgendaItem
from wagtail_prcouncil.meetings.models.meeting import Meeting
from wagtail_prcouncil.meetings.models.report import MemberReport
from wagtail_prcouncil.meetings.models.resolution import Resolution
from wagtail_prcouncil.meetings.nesting import as_read
from wagtail_prcouncil.meetings.seen import seen_by, strictest
from wagtail_prcouncil.meetings.states import Outcome, ReportState, Visibility
from wagtail_prcouncil.pages.numerals import in_numerals

RESOLUTION = "resolution:"
"""Before the key of a resolution, in the source of its part."""


class Part(NamedTuple):
    """A block of minutes: what it came from ("item:12"), which kind of block it is, what it says,
    and who reads it."""

    source: str
    kind: str
    value: dict[str, Any]
    visibility: str

    @property
    def mark(self) -> str:
        return mark(self.value)


def parts(meeting: Meeting) -> Iterator[Part]:
    """In the order in which minutes have them."""
    language = meeting.page.locale.language_code
    with override(language):
        yield from _attendance(meeting, language)
        items = [placed.item for placed in as_read(meeting.items.in_order())]
        seen = seen_by(items)
        reports, resolutions = _reports(meeting), _resolutions(meeting)
        for item in items:
            yield _item(item, seen[item.pk], language)
            for report in reports.pop(item.pk, ()):
                yield _report(report, strictest(seen[item.pk], report.visibility))
            for row in resolutions.pop(item.pk, ()):
                yield _resolution(row, strictest(seen[item.pk], row.visibility), language)
        for report in _rest(reports):
            yield _report(report, report.visibility)
        for row in _rest(resolutions):
            yield _resolution(row, row.visibility, language)


def _attendance(meeting: Meeting, language: str) -> Iterator[Part]:
    said = [when_sentence(meeting), quorum_sentence(meeting)]
    yield _section("attendance", gettext("Attendance"), _paragraphs(*said), Visibility.PUBLIC)
    table = attendance_table(meeting, language)
    if table["table"]["rows"]:
        yield Part("attendance:table", "table", table, Visibility.PUBLIC)


def _item(item: AgendaItem, visibility: str, language: str) -> Part:
    said = [item.discussion]
    if item.outcome != Outcome.PENDING:
        said.append(gettext("Outcome: %(outcome)s") % {"outcome": item.get_outcome_display()})
    heading = f"{item.label} {item.title_in(language)}".strip()
    return _section(f"item:{item.pk}", heading, _paragraphs(*said), visibility)


def _report(report: MemberReport, visibility: str) -> Part:
    words = {"agency": report.agency.name_as_read(), "title": report.title}
    sentence = (
        gettext("Report of %(agency)s: %(title)s")
        if report.title
        else gettext("Report of %(agency)s")
    )
    return _section(f"report:{report.pk}", sentence % words, _paragraphs(report.text), visibility)


def _resolution(row: Resolution, visibility: str, language: str) -> Part:
    text = _paragraphs(row.text_in(language), votes_sentence(row))
    return _section(f"{RESOLUTION}{row.pk}", gettext("Resolution"), text, visibility)


def votes_sentence(row: Resolution) -> str:
    """How it was carried."""
    if row.by_consensus:
        return gettext("Carried by consensus.")
    return gettext("Votes for: %(for)s, against: %(against)s, abstentions: %(abstained)s.") % {
        "for": in_numerals(row.votes_for or 0),
        "against": in_numerals(row.votes_against or 0),
        "abstained": in_numerals(row.abstentions or 0),
    }


def _reports(meeting: Meeting) -> dict[int, list[MemberReport]]:
    rows = meeting.reports.filter(state=ReportState.ACCEPTED).select_related("agency")
    return _by_item(rows.order_by("pk"))


def _resolutions(meeting: Meeting) -> dict[int, list[Resolution]]:
    return _by_item(meeting.resolutions.order_by("sort_order", "pk"))


def _by_item(rows: Iterable[Any]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = {}
    for row in rows:
        found.setdefault(row.item_id or 0, []).append(row)
    return found


def _rest(rows: dict[int, list[Any]]) -> Iterator[Any]:
    for left in rows.values():
        yield from left


def _section(source: str, heading: str, text: str, visibility: str) -> Part:
    value = {"heading": heading[:LONGEST_HEADING], "text": text}
    return Part(source, "section", value, visibility)


def _paragraphs(*texts: str) -> str:
    """Words of people, as HTML: a line of theirs is a paragraph."""
    lines = [line.strip() for text in texts for line in text.splitlines()]
    return "".join(f"<p>{escape(line)}</p>" for line in lines if line)
