"""Meetings of a list: those to come, and those gone by a window at a time; or those of a year or
kind, the latest first."""

from functools import cached_property

from django.db.models import Max, Min
from django.http import QueryDict

from wagtail_prcouncil.meetings.models.meeting import Meeting
from wagtail_prcouncil.meetings.models.queryset import MeetingQuerySet
from wagtail_prcouncil.meetings.public.questions import MeetingQuestion
from wagtail_prcouncil.meetings.public.scopes import Scope
from wagtail_prcouncil.meetings.public.sheets import year_of, year_span
from wagtail_prcouncil.pages.keyset import Window, is_beginning, window
from wagtail_prcouncil.persian.digits import to_persian
from wagtail_prcouncil.ui.languages import page_language
from wagtail_prcouncil.ui.months import Occasion

PER_WINDOW = 20
MOST_TO_COME = 20
"""Further ones stand in the calendar."""


class MeetingList:
    """What a request asks of a list. Raises Http404 for a place that cannot be read."""

    def __init__(self, scope: Scope, asked: QueryDict) -> None:
        self.scope, self._asked = scope, asked
        self.language = page_language(scope.page)
        self.is_beginning = is_beginning(asked)
        self.form = MeetingQuestion(asked, [(year, self._named(year)) for year in self.years])

    @cached_property
    def years(self) -> list[int]:
        """In which it has meetings, as readers count them, the latest first; those between, too."""
        found = self.scope.meetings().aggregate(first=Min("starts_at"), last=Max("starts_at"))
        if found["first"] is None:
            return []
        first, last = (year_of(found[end], self.language) for end in ("first", "last"))
        return list(range(last, first - 1, -1))

    @property
    def is_narrowed(self) -> bool:
        return bool(self.form.chosen)

    @property
    def shows_coming(self) -> bool:
        return self.is_beginning and not self.is_narrowed

    @cached_property
    def coming(self) -> list[Occasion]:
        """The next ones; none beside what somebody has asked for."""
        if not self.shows_coming:
            return []
        return self.scope.occasions(self.scope.coming()[:MOST_TO_COME])

    @cached_property
    def window(self) -> Window[Meeting]:
        return window(
            self._rows(), self._asked, field="starts_at", size=PER_WINDOW, kept=self.form.query
        )

    @cached_property
    def occasions(self) -> list[Occasion]:
        """Of the window."""
        return self.scope.occasions(self.window.items)

    def _rows(self) -> MeetingQuerySet:
        if not self.is_narrowed:
            return self.scope.gone()
        rows = self.scope.with_pages(self.scope.meetings()).filter(starts_at__isnull=False)
        if kind := self.form.chosen.get("kind"):
            rows = rows.filter(kind=kind)
        if year := self.form.chosen.get("year"):
            rows = rows.between(*year_span(year, self.language))
        return rows

    def _named(self, year: int) -> str:
        return to_persian(year) if self.language.is_persian else str(year)
