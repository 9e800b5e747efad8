"""What narrows the reports."""

import datetime as dt
from typing import Any

import django_filters
from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.models import Locale

from wagtail_prcouncil.audience.admin.rows import titles
from wagtail_prcouncil.audience.admin.spans import Days, usual
from wagtail_prcouncil.audience.models import UsefulnessVote, ViewCount
from wagtail_prcouncil.pages.facets import names_of
from wagtail_prcouncil.persian.jalali import TEHRAN
from wagtail_prcouncil.ui.jalali.filters import JalaliDateRangeFilter

A_YEAR = dt.timedelta(days=365)
FIRST_DAY, LAST_DAY = dt.date(1990, 1, 1), dt.date(2100, 1, 1)


def sections() -> list[tuple[int, str]]:
    named = titles(ViewCount.objects.seen_of("section_id"))
    return sorted(named.items(), key=lambda section: section[1])


def agencies() -> list[tuple[int, str]]:
    named = names_of("agency_id", ViewCount.objects.seen_of("agency_id"))
    return sorted(named.items(), key=lambda agency: agency[1])


def languages() -> list[tuple[int, str]]:
    return [(locale.pk, str(locale)) for locale in Locale.objects.all()]


def today() -> dt.date:
    return timezone.localdate(timezone=TEHRAN)


class ViewsFilterSet(WagtailFilterSet):
    """Days, language, section and agency. Where nobody asked for days, the last thirty."""

    start = JalaliDateRangeFilter(label=_("Days"))
    locale_id = django_filters.ChoiceFilter(
        label=_("Language"), choices=languages, empty_label=_("All")
    )
    section_id = django_filters.ChoiceFilter(
        label=_("Section"), choices=sections, empty_label=_("All")
    )
    agency_id = django_filters.ChoiceFilter(
        label=_("Agency"), choices=agencies, empty_label=_("All")
    )
    item = django_filters.UUIDFilter(label=_("Item"), widget=forms.HiddenInput)

    class Meta:
        model = ViewCount
        fields: list[str] = []

    def __init__(self, data: QueryDict | None = None, **kwargs: Any) -> None:
        asked = data.copy() if data is not None else QueryDict(mutable=True)
        if not asked.get("start_from") and not asked.get("start_to"):
            asked["start_from"] = usual(today()).first.isoformat()
        super().__init__(asked, **kwargs)

    @property
    def days(self) -> Days:
        """The span in force; one that has no end ends today, one without a beginning goes back a
        year."""
        value = self.form.cleaned_data.get("start") if self.form.is_valid() else None
        if value is None:
            return usual(today())
        last = _possible(value.stop or max(today(), value.start))
        return Days(_possible(value.start or last - A_YEAR), last)


def _possible(day: dt.date) -> dt.date:
    """Nobody was counted before there was a web; a typing error must not draw ten thousand bars."""
    return min(max(day, FIRST_DAY), LAST_DAY)


class ReasonsFilterSet(WagtailFilterSet):
    """Days, answer, section and agency."""

    voted_at = JalaliDateRangeFilter(label=_("Days"))
    is_useful = django_filters.ChoiceFilter(
        label=_("Answer"),
        choices=[("True", _("Yes")), ("False", _("No"))],
        empty_label=_("All"),
        widget=forms.RadioSelect,
    )
    section_id = django_filters.ChoiceFilter(
        label=_("Section"), choices=sections, empty_label=_("All")
    )
    agency_id = django_filters.ChoiceFilter(
        label=_("Agency"), choices=agencies, empty_label=_("All")
    )

    class Meta:
        model = UsefulnessVote
        fields: list[str] = []
