"""What narrows the register in the admin."""

from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet

from wagtail_prcouncil.directory.admin.choosers import NamedField
from wagtail_prcouncil.directory.models import Agency, Province
from wagtail_prcouncil.directory.states import AgencyKind, PRKind, Relation
from wagtail_prcouncil.ui.jalali.filters import JalaliDateRangeFilter

OPEN, CLOSED = "open", "closed"


class NamedFilter(django_filters.ModelChoiceFilter):
    """Agencies by a province, or by the body they belong to."""

    field_class = NamedField

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **({"empty_label": _("All")} | kwargs))


def provinces(request: HttpRequest) -> QuerySet[Province]:
    return Province.objects.by_name()


def upper_agencies(request: HttpRequest) -> QuerySet[Agency]:
    """Only those that have any below them: the others would narrow to nothing."""
    return Agency.objects.filter(children__isnull=False).distinct().by_name()


class AgencyFilterSet(WagtailFilterSet):
    """By where an agency stands, and whether it still does."""

    kind = django_filters.MultipleChoiceFilter(
        label=_("Kind"), choices=AgencyKind.choices, widget=forms.CheckboxSelectMultiple
    )
    province = NamedFilter(label=_("Province"), queryset=provinces)
    parent = NamedFilter(label=_("Belongs to"), queryset=upper_agencies)
    relation = django_filters.ChoiceFilter(
        label=_("Relation"),
        choices=Relation.choices,
        widget=forms.RadioSelect,
        empty_label=_("All"),
    )
    pr_kind = django_filters.ChoiceFilter(
        label=_("Public relations by"),
        choices=PRKind.choices,
        widget=forms.RadioSelect,
        empty_label=_("All"),
    )
    status = django_filters.ChoiceFilter(
        label=_("Status"),
        choices=[(OPEN, _("open")), (CLOSED, _("closed"))],
        widget=forms.RadioSelect,
        empty_label=_("All"),
        method="by_status",
    )
    closed_on = JalaliDateRangeFilter(label=_("Closed"))

    class Meta:
        model = Agency
        fields: tuple[str, ...] = ()

    def by_status(self, agencies: QuerySet[Agency], name: str, status: str) -> QuerySet[Agency]:
        return agencies.filter(closed_on__isnull=status == OPEN)
