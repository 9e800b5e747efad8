"""What narrows the list of meetings."""

import django_filters
from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet

from wagtail_prcouncil.councils.admin.answers import councils_within
from wagtail_prcouncil.councils.admin.filters import CouncilFilter
from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.meetings.admin.policies import MEETINGS, SEEING
from wagtail_prcouncil.meetings.models import Meeting
from wagtail_prcouncil.meetings.states import MinutesStatus, Status
from wagtail_prcouncil.pages.numerals import in_digits


def councils(request: HttpRequest) -> QuerySet[CouncilPage]:
    """Those of whose meetings the user sees anything."""
    return councils_within(MEETINGS.scope_of_any(request.user, SEEING))


def years() -> list[tuple[int, str]]:
    """Jalali years that have meetings with a number, the latest first."""
    found = Meeting.objects.exclude(year=None).values_list("year", flat=True)
    return [
        (year, in_digits(year)) for year in found.order_by("-year").distinct() if year is not None
    ]


class MeetingFilterSet(WagtailFilterSet):
    """By council, state, minutes and year."""

    council = CouncilFilter(MEETINGS, queryset=councils)
    status = django_filters.MultipleChoiceFilter(
        label=_("Status"), choices=Status.choices, widget=forms.CheckboxSelectMultiple
    )
    minutes_status = django_filters.MultipleChoiceFilter(
        label=_("Minutes"), choices=MinutesStatus.choices, widget=forms.CheckboxSelectMultiple
    )
    year = django_filters.ChoiceFilter(
        label=_("Year"), choices=years, widget=forms.RadioSelect, empty_label=_("All")
    )

    class Meta:
        model = Meeting
        fields: tuple[str, ...] = ()
