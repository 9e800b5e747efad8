"""Lists of resolutions in the admin: all that the user's councils decided, and those that others
sent to them."""

from collections.abc import Iterator
from typing import Any

import django_filters
from django import forms
from django.db.models import Case, F, QuerySet, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import Button

from wagtail_prcouncil.councils.admin.asking import found_within
from wagtail_prcouncil.councils.admin.filters import CouncilFilter
from wagtail_prcouncil.councils.admin.listings import ScopedListing
from wagtail_prcouncil.councils.admin.policies import SEEING
from wagtail_prcouncil.councils.admin.reading import day_as_read
from wagtail_prcouncil.meetings.admin.policies import FORWARDINGS, RESOLUTIONS
from wagtail_prcouncil.meetings.models import Forwarding, Resolution
from wagtail_prcouncil.meetings.states import ForwardingState, ResolutionState
from wagtail_prcouncil.pages.numerals import in_digits
from wagtail_prcouncil.persian.text import fold


def years() -> list[tuple[int, str]]:
    """Jalali years in which something was resolved, the latest first."""
    found = Resolution.objects.exclude(year=None).values_list("year", flat=True)
    return [(year, in_digits(year)) for year in found.order_by("-year").distinct() if year]


class ResolutionFilterSet(WagtailFilterSet):
    """By council, state and year."""

    council = CouncilFilter(RESOLUTIONS)
    state = django_filters.MultipleChoiceFilter(
        label=_("State"), choices=ResolutionState.choices, widget=forms.CheckboxSelectMultiple
    )
    year = django_filters.ChoiceFilter(
        label=_("Year"), choices=years, widget=forms.RadioSelect, empty_label=_("All")
    )

    class Meta:
        model = Resolution
        fields: tuple[str, ...] = ()


class ResolutionListing(ScopedListing):
    """The latest number first; drafts before them."""

    policy = RESOLUTIONS
    needed = ("council", "meeting__page", "item")
    filterset_class = ResolutionFilterSet
    is_searchable = True
    list_display = (
        "__str__",
        Column("text", label=_("Text"), accessor=lambda row: shortened(row.text)),
        Column("council", label=_("Council"), accessor="council.title"),
        Column("meeting", label=_("Meeting"), accessor="meeting.page.title"),
        Column("state", label=_("State"), accessor="get_state_display"),
        Column("visibility", label=_("Who reads of it"), accessor="get_visibility_display"),
    )

    def order_queryset(self, queryset: QuerySet[Resolution]) -> QuerySet[Resolution]:
        year, number = F("year").desc(nulls_first=True), F("number").desc(nulls_first=True)
        return queryset.order_by(year, number, "-pk")

    def search_queryset(self, queryset: QuerySet[Resolution]) -> QuerySet[Resolution]:
        """By the words of the text, in whatever spelling."""
        asked = fold(self.search_query or "").split()
        if not asked:
            return queryset
        texts = queryset.order_by().values_list("pk", "text", "text_en")
        found = [key for key, *said in texts if all(word in fold(" ".join(said)) for word in asked)]
        return queryset.filter(pk__in=found)

    def get_edit_url(self, instance: Resolution) -> str:
        return meeting_url(instance)

    def get_add_url(self) -> None:
        """It is written on the desk of its meeting."""

    def get_delete_url(self, instance: Resolution) -> None:
        """A draft is taken out on the desk of its meeting."""


class ForwardingFilterSet(WagtailFilterSet):
    """By council and by what became of it."""

    council = CouncilFilter(FORWARDINGS)
    state = django_filters.MultipleChoiceFilter(
        label=_("State"), choices=ForwardingState.choices, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = Forwarding
        fields: tuple[str, ...] = ()


class ForwardingListing(ScopedListing):
    """Those that wait for an answer first."""

    policy = FORWARDINGS
    needed = ("council", "resolution__council")
    filterset_class = ForwardingFilterSet
    list_display = (
        "resolution",
        Column("from", label=_("From the council"), accessor="resolution.council.title"),
        Column("text", label=_("Text"), accessor=lambda row: shortened(row.resolution.text)),
        Column("council", label=_("To the council"), accessor="council.title"),
        Column("sent", label=_("Sent"), accessor=lambda row: day_as_read(row.sent_on)),
        Column("state", label=_("State"), accessor="get_state_display"),
    )

    def order_queryset(self, queryset: QuerySet[Forwarding]) -> QuerySet[Forwarding]:
        waits = Case(When(state=ForwardingState.SENT, then=0), default=1)
        return queryset.order_by(waits, "-sent_on", "-pk")

    def verbs(self, row: Forwarding) -> Iterator[Button]:
        if row.state != ForwardingState.SENT:
            return
        if self.may("add", row):
            url = reverse("prcouncil_forwardings:take_up", args=[row.pk])
            yield Button(_("Take up…"), url=url, icon_name="check", priority=5)
        if self.may("change", row):
            url = reverse("prcouncil_forwardings:decline", args=[row.pk])
            yield Button(_("Decline…"), url=url, icon_name="cross", priority=6)

    def get_edit_url(self, instance: Forwarding) -> str | None:
        """To the answer, where one is waited for."""
        if instance.state != ForwardingState.SENT or not self.may("add", instance):
            return None
        return reverse("prcouncil_forwardings:take_up", args=[instance.pk])

    def get_add_url(self) -> None:
        """It is sent from the desk of its meeting."""

    def get_delete_url(self, instance: Forwarding) -> None:
        """What was sent stays sent."""


class ToTheDesk(View):
    """From the key of a resolution to the desk of its meeting, where it is read and written."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        scope = RESOLUTIONS.scope_of_any(request.user, SEEING)
        row = found_within(Resolution.objects.all(), scope, RESOLUTIONS.link, pk)
        return redirect(meeting_url(row))


class ToTheList(View):
    """From the key of a forwarding to those of its council."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        scope = FORWARDINGS.scope_of_any(request.user, SEEING)
        row = found_within(Forwarding.objects.all(), scope, FORWARDINGS.link, pk)
        return redirect(f"{reverse('prcouncil_forwardings:index')}?council={row.council_id}")


def meeting_url(row: Any) -> str:
    return reverse("prcouncil_meetings:resolutions", args=[row.meeting_id])


def shortened(text: str) -> str:
    return text if len(text) < 90 else f"{text[:90].rsplit(' ', 1)[0]}…"
