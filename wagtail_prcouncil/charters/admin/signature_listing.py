"""The list of signatures in the admin, within the user's councils."""

from typing import Any

import django_filters
from django import forms
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn

from wagtail_prcouncil.charters.admin.exports import SIGNATURES as SIGNATURES_TABLE
from wagtail_prcouncil.charters.admin.places import SIGNATURE_LIST
from wagtail_prcouncil.charters.admin.policies import CHARTERS, SIGNATURES
from wagtail_prcouncil.charters.admin.reading import number_as_read
from wagtail_prcouncil.charters.admin.signature_reading import (
    method_as_read,
    province_as_read,
    state_as_read,
)
from wagtail_prcouncil.charters.models import Charter, Signature
from wagtail_prcouncil.charters.states import Method
from wagtail_prcouncil.councils.admin.filters import CouncilFilter
from wagtail_prcouncil.councils.admin.listings import ExportedListing
from wagtail_prcouncil.councils.admin.policies import SEEING
from wagtail_prcouncil.councils.admin.reading import day_as_read
from wagtail_prcouncil.councils.scopes import within
from wagtail_prcouncil.directory.models import Agency, Province
from wagtail_prcouncil.pages.numerals import in_digits
from wagtail_prcouncil.persian.text import fold
from wagtail_prcouncil.ui.forms import TakesAnyKey

STANDING, WITHDRAWN, UNSEATED = "standing", "withdrawn", "unseated"


def charters(request: HttpRequest) -> QuerySet[Charter]:
    """Those of whose signatures the user sees anything."""
    scope = SIGNATURES.scope_of_any(request.user, SEEING)
    return within(Charter.objects.select_related("page"), scope, "council").order_by("page__title")


def agencies(request: HttpRequest) -> QuerySet[Agency]:
    """That signed in the user's councils."""
    rows = SIGNATURES.instances_user_has_any_permission_for(request.user, SEEING).order_by()
    return Agency.objects.filter(pk__in=rows.values("agency")).by_name()


class RowChoice(TakesAnyKey, django_filters.fields.ModelChoiceField):
    """A row; a key that no row could have is no choice."""


class RowFilter(django_filters.ModelChoiceFilter):
    field_class = RowChoice


class SignatureFilterSet(WagtailFilterSet):
    """By council and charter, state, method, province and agency. Words are searched for."""

    council = CouncilFilter(SIGNATURES)
    charter = RowFilter(
        label=_("Charter"), field_name="version__charter", queryset=charters, empty_label=_("All")
    )
    state = django_filters.ChoiceFilter(
        label=_("State"),
        choices=[
            (STANDING, _("stand")),
            (WITHDRAWN, pgettext_lazy("a signature", "withdrawn")),
            (UNSEATED, _("pledges without a seat")),
        ],
        widget=forms.RadioSelect,
        empty_label=_("All"),
        method="by_state",
    )
    method = django_filters.MultipleChoiceFilter(
        label=_("How"), choices=Method.choices, widget=forms.CheckboxSelectMultiple
    )
    province = RowFilter(
        label=_("Province"),
        field_name="agency__province",
        queryset=lambda request: Province.objects.by_name(),
        empty_label=_("All"),
    )
    agency = RowFilter(label=_("Agency"), queryset=agencies, empty_label=_("All"))

    class Meta:
        model = Signature
        fields: tuple[str, ...] = ()

    def by_state(self, rows: Any, name: str, state: str) -> QuerySet[Signature]:
        if state == WITHDRAWN:
            return rows.exclude(withdrawn_on=None)
        found: QuerySet[Signature] = rows.standing()
        return found.filter(seat=None) if state == UNSEATED else found


class SignatureListing(ExportedListing):
    """Charter by charter, the latest version first, each in the order of its numbers."""

    policy, exporting = SIGNATURES, CHARTERS
    needed = (
        "version__charter__page",
        "version__charter__council",
        "person",
        "agency__province",
    )
    export_table = SIGNATURES_TABLE
    list_display = (
        TitleColumn(
            "person",
            label=_("Signed by"),
            accessor=lambda row: row.person.name_as_read(),
            url_name=f"{SIGNATURE_LIST.name}:edit",
        ),
        Column("agency", label=_("Agency"), accessor=lambda row: row.agency.name_as_read()),
        Column("province", label=_("Province"), accessor=province_as_read),
        Column("charter", label=_("Charter"), accessor="version.charter.page.title"),
        Column("version", label=_("Version"), accessor=lambda row: number_as_read(row.version)),
        Column("number", label=_("Number"), accessor=lambda row: in_digits(row.number)),
        Column("method", label=_("How"), accessor=method_as_read),
        Column(
            "signed_on",
            label=_("Signed on"),
            accessor=lambda row: day_as_read(row.signed_on),
            sort_key="signed_on",
        ),
        Column("state", label=_("State"), accessor=state_as_read),
    )
    filterset_class = SignatureFilterSet
    is_searchable = True

    def get_base_queryset(self) -> QuerySet[Any]:
        rows: QuerySet[Any] = super().get_base_queryset()
        return rows.defer("version__texts")

    def order_queryset(self, queryset: QuerySet[Signature]) -> QuerySet[Signature]:
        if self.ordering:
            return super().order_queryset(queryset)
        return queryset.order_by("version__charter", "-version__number", "number")

    def search_queryset(self, queryset: QuerySet[Signature]) -> QuerySet[Signature]:
        """By words of the names of persons and agencies, in whatever spelling."""
        for word in fold(self.search_query or "").split():
            named = Q(person__folded_name__contains=word) | Q(agency__folded_name__contains=word)
            queryset = queryset.filter(named)
        return queryset

    def get_edit_url(self, instance: Signature) -> str:
        return SIGNATURE_LIST.place("edit", instance.pk)

    def get_add_url(self) -> None:
        """On the desk of a charter: it is one version that is signed."""

    def get_delete_url(self, instance: Signature) -> None:
        """It is withdrawn, and stays recorded."""
