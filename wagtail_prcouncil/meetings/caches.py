"""What caches in front of the site forget when something of a meeting changes."""

import datetime as dt
from collections.abc import Iterable, Iterator

from wagtail.models import Page

from wagtail_prcouncil.councils.caches import forget_after_commit as forget_council_after_commit
from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.meetings.models import Meeting, MeetingIndexPage, MeetingPage
from wagtail_prcouncil.meetings.public.sheets import path_of
from wagtail_prcouncil.meetings.states import Kind
from wagtail_prcouncil.persian.jalali import in_tehran
from wagtail_prcouncil.purging import purge_addresses_after_commit
from wagtail_prcouncil.ui.languages import page_language


def forget_after_commit(meeting: Meeting) -> None:
    """The meeting's pages in all languages with what lies below their addresses, the lists that
    they stand in, and the pages of its councils, which tell of their meetings."""
    purge_addresses_after_commit(lambda: _addresses(meeting))
    forget_council_after_commit(meeting.council)
    if meeting.kind == Kind.JOINT:
        for row in meeting.organisers.select_related("council"):
            forget_council_after_commit(row.council)


def _addresses(meeting: Meeting) -> Iterator[str]:
    for page in MeetingPage.objects.filter(translation_key=meeting.key).live():
        yield from _below(page, page.get_cached_paths())
    for index in _lists(meeting):
        language = page_language(index)
        months = [f"/{path_of(day, language)}" for day in _days(meeting)]
        yield from _below(index, [*index.get_cached_paths(), *months])


def _lists(meeting: Meeting) -> Iterator[MeetingIndexPage]:
    """Those of its councils, and those of all."""
    councils = CouncilPage.objects.values_list("path", "translation_key")
    organisers = meeting.organisers.values_list("council__translation_key", flat=True)
    keys = {meeting.council.translation_key, *organisers}
    for index in MeetingIndexPage.objects.live().select_related("locale"):
        above = [key for path, key in councils if index.path.startswith(path)]
        if not above or above[-1] in keys:
            yield index


def _days(meeting: Meeting) -> set[dt.date]:
    """On which it stands in calendars, or stood."""
    before = meeting.changes.values_list("starts_at", flat=True)
    moments = (meeting.starts_at, meeting.started_at, *before)
    return {in_tehran(moment).date() for moment in moments if moment}


def _below(page: Page, paths: Iterable[str]) -> Iterator[str]:
    address = page.get_full_url()
    if address is not None:
        yield from (f"{address.rstrip('/')}{path}" for path in paths)
