"""The list of meetings in the admin, within the user's councils."""

from typing import Any

from django.contrib.admin.utils import quote
from django.db.models import F, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.log_actions import registry as logs

from wagtail_prcouncil.councils.admin.listings import ExportedListing, RowHistory
from wagtail_prcouncil.meetings import tables
from wagtail_prcouncil.meetings.admin.filters import MeetingFilterSet
from wagtail_prcouncil.meetings.admin.policies import MEETINGS, SEEING
from wagtail_prcouncil.meetings.admin.reading import number_as_read, time_as_read
from wagtail_prcouncil.meetings.models import Meeting
from wagtail_prcouncil.persian.text import fold


class MeetingListing(ExportedListing):
    """The latest first; what is filtered and searched for as CSV and XLSX, too."""

    policy = exporting = MEETINGS
    export_table = tables.MEETINGS
    needed = ("page", "council")
    any_permission_required = SEEING
    list_display = (
        TitleColumn(
            "title",
            label=_("Title"),
            accessor="page.title",
            url_name="prcouncil_meetings:notice",
        ),
        Column("council", label=_("Council"), accessor="council.title"),
        Column("kind", label=_("Kind"), accessor="get_kind_display"),
        Column("number", label=_("Number"), accessor=number_as_read),
        Column(
            "when",
            label=_("When"),
            accessor=lambda row: time_as_read(row.starts_at, row.ends_at),
            sort_key="starts_at",
        ),
        Column("status", label=_("Status"), accessor="get_status_display"),
        Column("agenda", label=_("Agenda"), accessor="get_agenda_status_display"),
        Column("minutes", label=_("Minutes"), accessor="get_minutes_status_display"),
    )
    filterset_class = MeetingFilterSet
    is_searchable = True

    def order_queryset(self, queryset: QuerySet[Meeting]) -> QuerySet[Meeting]:
        """Those without a time first: they want one."""
        if self.ordering:
            return super().order_queryset(queryset)
        return queryset.order_by(F("starts_at").desc(nulls_first=True), "-pk")

    def search_queryset(self, queryset: QuerySet[Meeting]) -> QuerySet[Meeting]:
        """By the words of the title, in whatever spelling."""
        asked = fold(self.search_query or "").split()
        if not asked:
            return queryset
        titles = queryset.order_by().values_list("pk", "page__title")
        found = [key for key, title in titles if all(word in fold(title) for word in asked)]
        return queryset.filter(pk__in=found)

    def get_edit_url(self, instance: Meeting) -> str:
        return reverse("prcouncil_meetings:notice", args=[quote(instance.pk)])

    def get_delete_url(self, instance: Meeting) -> None:
        """It goes with its page, where nothing hangs on it."""


class MeetingHistory(RowHistory):
    """What was done to a meeting: its log is that of its page."""

    policy = MEETINGS
    any_permission_required = SEEING

    def get_base_queryset(self) -> QuerySet[Any]:
        entries = logs.get_logs_for_instance(self.object.page)
        return self._annotate_queryset(entries.latest_by_uuid_and_action())

    def get_page_subtitle(self) -> str:
        return self.object.page.title
