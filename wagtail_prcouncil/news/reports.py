"""Who published what: the ledger of publications under "Reports"."""

from typing import ClassVar

import django_filters
from django import forms
from django.contrib.auth import get_user_model
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, TitleColumn, UserColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permissions import page_permission_policy

from wagtail_prcouncil.exchange import tables
from wagtail_prcouncil.exchange.listings import TableExportMixin
from wagtail_prcouncil.exchange.viewsets import ListingViewSet
from wagtail_prcouncil.news.models import Publication
from wagtail_prcouncil.news.states import UpdateKind
from wagtail_prcouncil.persian.digits import to_persian
from wagtail_prcouncil.ui.jalali.columns import JalaliDateColumn
from wagtail_prcouncil.ui.jalali.filters import JalaliDateRangeFilter
from wagtail_prcouncil.ui.languages import page_language

# A page that one may do any of these with is one whose history is one's business.
WORKING = {"add", "change", "publish", "lock", "unlock"}


def _code(row: Publication) -> str:
    """In the digits of whoever reads the list."""
    code = "" if row.code is None else str(row.code)
    return to_persian(code) if page_language(None).is_persian else code


def _history_url(row: Publication) -> str | None:
    """None where the page is no more: Wagtail's site history has who deleted it."""
    return reverse("wagtailadmin_pages:history", args=[row.page_id]) if row.page_id else None


def _login(row: Publication) -> str:
    """It tells two of one name apart."""
    return row.by.get_username() if row.by else ""


PUBLICATIONS = tables.Table(
    _("publications"),
    [
        tables.DateColumn(_("at"), lambda row: row.at),
        tables.Column(_("news code"), lambda row: row.code),
        tables.Column(_("headline"), lambda row: row.title),
        tables.Column(_("language"), lambda row: row.page.locale.language_code if row.page else ""),
        tables.Column(_("kind"), lambda row: row.get_kind_display()),
        tables.Column(_("by"), _login),
        tables.Column(_("note to readers"), lambda row: row.note),
    ],
)


def people() -> list[tuple[str, str]]:
    """Who has ever published or withdrawn anything, for a filter: of each user one look into the
    ledger's index, however long it has grown. Chosen from a list and not looked up: SQLite breaks
    at a number longer than any key."""
    user = get_user_model()
    named = user._default_manager.filter(Exists(Publication.objects.filter(by=OuterRef("pk"))))
    return [(str(one.pk), str(one)) for one in named.order_by(user.USERNAME_FIELD)]


class PublicationFilterSet(WagtailFilterSet):
    """By day, by what it meant, and by whom."""

    at = JalaliDateRangeFilter(label=_("Date"))
    kind = django_filters.MultipleChoiceFilter(
        label=_("Kind"), choices=UpdateKind.choices, widget=forms.CheckboxSelectMultiple
    )
    by = django_filters.ChoiceFilter(label=_("By"), choices=people, empty_label=_("Anybody"))

    class Meta:
        model = Publication
        fields: tuple[str, ...] = ()


class PublicationReportView(TableExportMixin, ReportView):
    """Newest first; only of pages that the user works with, and to superusers of deleted ones."""

    model = Publication
    page_title = _("Publications")
    header_icon = "history"
    filterset_class = PublicationFilterSet
    export_table = PUBLICATIONS
    permission_policy = page_permission_policy
    any_permission_required = WORKING
    default_ordering = "-at"
    columns: ClassVar[list[Column]] = [
        JalaliDateColumn("at", label=_("When"), sort_key="at", width="15%"),
        TitleColumn(
            "page",
            label=_("Headline"),
            accessor="title",
            get_url=_history_url,
        ),
        Column("code", label=_("Code"), accessor=_code, width="8%"),
        Column("kind", label=_("Kind"), accessor="get_kind_display", width="15%"),
        UserColumn("by", label=_("By"), blank_display_name=_("schedule or import")),
        Column("note", label=_("Note to readers"), width="25%"),
    ]

    def get_base_queryset(self) -> QuerySet[Publication]:
        rows = Publication.objects.select_related("page__locale", "by")
        user = self.request.user
        if user.is_superuser:
            return rows
        own = page_permission_policy.instances_user_has_any_permission_for(user, WORKING)
        return rows.filter(page__in=own.order_by().values("pk"))


class PublicationMenuItem(MenuItem):
    """For those who work with any page."""

    def is_shown(self, request: HttpRequest) -> bool:
        shown: bool = page_permission_policy.user_has_any_permission(request.user, WORKING)
        return shown


class PublicationReport(ListingViewSet):
    """The report's addresses, and its place in the menu."""

    listing_class = PublicationReportView
    icon = "history"
    menu_label = _("Publications")
    menu_name = "prcouncil-publications"
    menu_hook = "register_reports_menu_item"
    menu_item_class = PublicationMenuItem
    menu_order = 650
