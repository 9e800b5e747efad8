"""The board of assignments: a row for each agency, a column for each state."""

import datetime as dt
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import models
from django.db.models import Case, Count, F, QuerySet, Value, When, Window
from django.db.models.functions import RowNumber
from django.forms import Media
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from wagtail_prcouncil.councils.admin.answers import CouncilField, councils_within
from wagtail_prcouncil.councils.admin.reading import day_as_read
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.councils.scopes import Scope, within
from wagtail_prcouncil.directory.models import Agency
from wagtail_prcouncil.meetings.admin.assignments import SEEING, state_as_read
from wagtail_prcouncil.meetings.admin.policies import ASSIGNMENTS
from wagtail_prcouncil.meetings.admin.reports import OWED_LOOK
from wagtail_prcouncil.meetings.models import Assignment
from wagtail_prcouncil.meetings.models.assignment import AssignmentQuerySet
from wagtail_prcouncil.meetings.states import UNDONE, AssignmentState
from wagtail_prcouncil.pages.counted import CountedPaginator
from wagtail_prcouncil.pages.numerals import in_numerals

DONE_SHOWN = dt.timedelta(days=30)
"""For so long what is done stays on the board."""
AGENCIES = 12
"""Rows on one page."""
CARDS = 4
"""In a cell; the rest is in the report."""


class Column(models.TextChoices):
    """A column of the board. What is blocked stands in its own, begun or not."""

    OPEN = AssignmentState.OPEN.value, _("open")
    IN_PROGRESS = AssignmentState.IN_PROGRESS.value, _("in progress")
    BLOCKED = "blocked", _("blocked")
    DONE = AssignmentState.DONE.value, _("done lately")


class Card(NamedTuple):
    """An assignment in words."""

    row: Assignment
    url: str
    due: str
    is_overdue: bool
    state: str
    resolution: str


class Cell(NamedTuple):
    """What one agency has in one column; `rest` are those that are not shown, in words."""

    column: str
    label: str
    number: str
    cards: list[Card]
    rest: str
    url: str


class Row(NamedTuple):
    agency: Agency
    cells: list[Cell]


def card(row: Assignment, url_name: str = "prcouncil_assignments:edit") -> Card:
    return Card(
        row,
        reverse(url_name, args=[row.pk]),
        day_as_read(row.due_on),
        row.is_overdue,
        state_as_read(row),
        row.resolution.name_as_read() if row.resolution else "",
    )


def on_the_board(rows: AssignmentQuerySet) -> AssignmentQuerySet:
    """Those not done, and those done lately, each with its column."""
    shown = models.Q(state__in=UNDONE)
    shown |= models.Q(state=AssignmentState.DONE, done_on__gte=today() - DONE_SHOWN)
    column = Case(
        When(state=AssignmentState.DONE, then=Value(Column.DONE.value)),
        When(is_blocked=True, then=Value(Column.BLOCKED.value)),
        default=F("state"),
    )
    return rows.filter(shown).annotate(column=column)


class BoardForm(forms.Form):
    """What narrows the board."""

    council = CouncilField(
        label=_("Council"), queryset=Agency.objects.none(), required=False, empty_label=_("All")
    )

    def __init__(self, *args: Any, scope: Scope, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["council"].queryset = councils_within(scope)


class BoardView(WagtailAdminTemplateMixin, TemplateView):
    """Of the councils whose assignments the user sees. A handful of queries, however many."""

    template_name = "prcouncil_meetings/admin/board.html"
    page_title = _("Assignments")
    header_icon = "tasks"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.scope = ASSIGNMENTS.scope_of_any(request.user, SEEING)
        if not self.scope:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        form = BoardForm(self.request.GET, scope=self.scope)
        council = form.cleaned_data["council"] if form.is_valid() else None
        rows = on_the_board(within(Assignment.objects.all(), self.scope, "meeting__council"))
        if council is not None:
            rows = rows.of_council(council)
        agencies = Agency.objects.filter(pk__in=rows.order_by().values("agency")).by_name()
        page = CountedPaginator(agencies, AGENCIES).get_page(self.request.GET.get("p"))
        self.chosen = {"council": council.pk} if council else {}
        return context | {
            "form": form,
            "page": page,
            "rows": self.rows(list(page.object_list), rows),
            "query": urlencode(self.chosen),
            "report_url": reverse("prcouncil_assignments_due"),
            "media": context.get("media", Media()) + OWED_LOOK,
        }

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def rows(self, agencies: list[Agency], rows: AssignmentQuerySet) -> list[Row]:
        here = rows.filter(agency__in=agencies).order_by()
        sums = here.values("agency", "column").annotate(n=Count("pk"))
        counts = {(one["agency"], one["column"]): one["n"] for one in sums}
        cards = self._cards(here)
        return [
            Row(
                agency,
                [
                    self._cell(agency, column, counts, cards.get((agency.pk, column.value), []))
                    for column in Column
                ],
            )
            for agency in agencies
        ]

    def _cards(self, rows: QuerySet[Assignment]) -> dict[tuple[int, str], list[Card]]:
        """The most urgent of each cell; of what is done, the latest."""
        urgent = Case(When(column=Column.DONE.value, then=None), default=F("due_on"))
        order = [urgent.asc(), F("done_on").desc(), F("pk").asc()]
        place = Window(RowNumber(), partition_by=[F("agency"), F("column")], order_by=order)
        # Thousands are put in their places by a few columns; a few hundred are read whole.
        first = rows.annotate(place=place).filter(place__lte=CARDS).values("pk")
        chosen = on_the_board(Assignment.objects.filter(pk__in=first)).order_by(*order)
        found: dict[tuple[int, str], list[Card]] = {}
        for row in chosen.select_related("resolution", "meeting__council"):
            found.setdefault((row.agency_id, row.column), []).append(card(row))
        return found

    def _cell(
        self,
        agency: Agency,
        column: Column,
        counts: dict[tuple[int, str], int],
        cards: list[Card],
    ) -> Cell:
        count = counts.get((agency.pk, column.value), 0)
        rest = count - len(cards)
        asked = urlencode({"agency": agency.pk, "state": column.value} | self.chosen)
        url = f"{reverse('prcouncil_assignments_due')}?{asked}"
        told = in_numerals(rest) if rest > 0 else ""
        return Cell(column.value, str(column.label), in_numerals(count), cards, told, url)
