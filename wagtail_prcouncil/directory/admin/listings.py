"""Listings of the directory in the admin."""

import datetime as dt
from typing import Any

from django.db.models import Field, QuerySet
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views.snippets import IndexView, InspectView

from wagtail_prcouncil.directory.admin.choosers import name_as_read
from wagtail_prcouncil.directory.admin.filters import AgencyFilterSet
from wagtail_prcouncil.directory.models import Agency
from wagtail_prcouncil.directory.tables import AGENCIES, PERSONS
from wagtail_prcouncil.exchange.listings import TableExportMixin
from wagtail_prcouncil.ui.dates import displayed
from wagtail_prcouncil.ui.languages import page_language

# What runs from left to right among Persian words, numbers with a + or a space above all.
LATIN = ("code", "telephone", "postal_code", "website", "email")


def day_as_read(day: dt.date | None) -> str:
    """«۱ فروردین ۱۴۰۳» for Persian editors; empty where no day is known."""
    return displayed(day, "short", page_language(None)) if day else ""


def closed_as_read(agency: Agency) -> str:
    """«بسته از ۱ فروردین ۱۴۰۳»; empty for an open agency."""
    if agency.closed_on is None:
        return ""
    return gettext("closed on %(day)s") % {"day": day_as_read(agency.closed_on)}


def state_buttons(agency: Agency, *, close_url_name: str, reopen_url_name: str) -> list[Button]:
    """The one change of state that is due."""
    if agency.is_closed:
        url = reverse(reopen_url_name, args=[agency.pk])
        return [Button(_("Open again…"), url=url, icon_name="lock-open", priority=25)]
    url = reverse(close_url_name, args=[agency.pk])
    return [Button(_("Close…"), url=url, icon_name="lock", priority=25)]


class AgencyListing(TableExportMixin, IndexView):
    """All agencies in the order of the alphabet, each with its place."""

    export_table = AGENCIES
    default_ordering = "sort_key"
    filterset_class = AgencyFilterSet
    close_url_name = reopen_url_name = ""
    list_display = (
        "name_as_read",
        Column("code", label=_("Code"), sort_key="code"),
        Column("kind", label=_("Kind"), accessor="get_kind_display"),
        Column("province", label=_("Province"), accessor=lambda row: name_as_read(row.province)),
        Column("parent", label=_("Belongs to"), accessor=lambda row: name_as_read(row.parent)),
        Column("closed", label=_("Status"), accessor=closed_as_read, sort_key="closed_on"),
    )

    def get_base_queryset(self) -> QuerySet[Agency]:
        return super().get_base_queryset().select_related("parent", "province")

    def get_list_more_buttons(self, instance: Agency) -> list[Any]:
        buttons = super().get_list_more_buttons(instance)
        if not self.user_has_permission("change"):
            return buttons
        names = {name: getattr(self, name) for name in ("close_url_name", "reopen_url_name")}
        return [*buttons, *state_buttons(instance, **names)]


class PersonListing(TableExportMixin, IndexView):
    """All persons in the order of the alphabet."""

    export_table = PERSONS
    default_ordering = "sort_key"
    list_display = (
        "name_as_read",
        Column("honorific", label=_("Honorific"), accessor="honorific_prefix"),
        Column("post", label=_("Other posts"), accessor="other_posts"),
    )


class RowInspectView(InspectView):
    """A row as those see it who may not change it."""

    def get_field_display_value(self, field_name: str, field: Field | None) -> Any:
        value = super().get_field_display_value(field_name, field)
        if isinstance(value, dt.date):
            return day_as_read(value)
        if value in (None, ""):
            return "–"
        return format_html('<bdi dir="ltr">{}</bdi>', value) if field_name in LATIN else value
