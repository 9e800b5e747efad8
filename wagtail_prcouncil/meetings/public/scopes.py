"""Whose meetings a list shows: those of the council above it, else those of all councils."""

from collections.abc import Iterable
from typing import Any, TypeVar
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.http import HttpRequest
from wagtail.models import Page

from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.councils.models.readable import in_readable_councils
from wagtail_prcouncil.meetings.models.meeting import Meeting
from wagtail_prcouncil.meetings.models.queryset import MeetingQuerySet, meeting_pages
from wagtail_prcouncil.meetings.states import OFF, Status
from wagtail_prcouncil.ui.face import face_of
from wagtail_prcouncil.ui.months import Occasion

Rows = TypeVar("Rows", bound="QuerySet[Any]")

TONES = {
    Status.ANNOUNCED: "link",
    Status.RESCHEDULED: "wait",
    Status.POSTPONED: "wait",
    Status.CANCELLED: "bad",
    Status.HELD: "good",
    Status.CLOSED: "good",
}
"""Of a meeting's status: see components/status.html."""


SHOWN = ("title", "venue", "url_path")
"""Columns of a page, by which a list names it, says where it is and leads there."""


class Scope:
    """`council_key` is the one that all languages of a council share; None: all councils."""

    def __init__(
        self, page: Page, request: HttpRequest | None, council_key: UUID | None = None
    ) -> None:
        self.page, self.request, self.council_key = page, request, council_key

    @classmethod
    def above(cls, page: Page, request: HttpRequest) -> "Scope":
        """Of a list of meetings. No query where the frame knows all that stands above it."""
        around = face_of(page, request).around
        for row in reversed(around.ancestors_read):
            kind = ContentType.objects.get_for_id(row.content_type_id).model_class()
            if kind is not None and issubclass(kind, CouncilPage):
                return cls(page, request, row.translation_key)
        home = around.home_read
        steps = (len(page.path) - len(home.path)) // Page.steplen - 1 if home else None
        if steps == len(around.ancestors_read):
            return cls(page, request)
        above = CouncilPage.objects.ancestor_of(page).order_by("-depth")
        return cls(page, request, above.values_list("translation_key", flat=True).first())

    def meetings(self) -> MeetingQuerySet:
        """Those that readers know of and can open in the language of the page, in no order."""
        told = Meeting.objects.readable()
        own = meeting_pages().open(self.page.locale_id).order_by()  # the original is readable
        # By the key of each meeting: for the set of them SQLite reads all pages of the language.
        here = told.filter(Exists(own.without_aliases().filter(translation_key=OuterRef("key"))))
        if self.council_key is None:
            return here.filter(in_readable_councils("council"))
        return here.of_council_key(self.council_key)

    def with_pages(self, rows: Rows, key: str = "key") -> Rows:
        """With what lists show of the pages of meetings in this language: columns of `SHOWN`, which
        come along, since each list would ask for the pages again. `key` leads to the key of a
        meeting that is readable."""
        own = meeting_pages().open(self.page.locale_id).without_aliases().order_by()
        return self.with_columns(rows, own.filter(translation_key=OuterRef(key)), SHOWN)

    def with_columns(
        self, rows: Rows, pages: QuerySet[Any], names: Iterable[str], prefix: str = "shown"
    ) -> Rows:
        """With columns of the first of some pages."""
        columns = {f"{prefix}_{name}": Subquery(pages.values(name)[:1]) for name in ("pk", *names)}
        annotated: Rows = rows.annotate(**columns)
        return annotated

    def url_of(self, row: Any, kind: type[Page] | None = None, prefix: str = "shown") -> str:
        """Where the page lies whose columns came along with a row; empty where there is none.
        Other columns are read when its address needs them."""
        key = getattr(row, f"{prefix}_pk")
        if key is None:
            return ""
        model = kind or meeting_pages().model
        known = {"id": key, "page_ptr_id": key, "locale_id": self.page.locale_id}
        known["url_path"] = getattr(row, f"{prefix}_url_path")
        names = [f.attname for f in model._meta.concrete_fields if f.attname in known]
        page = model.from_db(row._state.db, names, [known[name] for name in names])
        page.locale = self.page.locale
        return page.get_url(self.request) or ""

    def coming(self) -> MeetingQuerySet:
        """Those to come, called off or not, the next first, with their pages."""
        return self.with_pages(self.meetings().to_come()).order_by("starts_at", "pk")

    def gone(self) -> MeetingQuerySet:
        """The others."""
        return self.with_pages(self.meetings().gone_by())

    def occasions(self, meetings: Iterable[Any]) -> list[Occasion]:
        """Of meetings `with_pages`, as lists and calendars show them."""
        return [self._occasion(row) for row in meetings]

    def _occasion(self, meeting: Any) -> Occasion:
        return Occasion(
            meeting.shown_title,
            (meeting.started_at if meeting.is_over else None) or meeting.starts_at,
            url=self.url_of(meeting),
            place=meeting.shown_venue,
            status=meeting.status_for_readers,
            tone=TONES.get(Status(meeting.status), ""),
            is_off=meeting.status in OFF,
        )
