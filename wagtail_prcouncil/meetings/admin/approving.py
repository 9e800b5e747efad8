"""Minutes are approved: in which later meeting, or on which day by written procedure."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.councils.admin.answers import VersionedForm
from wagtail_prcouncil.councils.admin.asking import Fact
from wagtail_prcouncil.councils.admin.reading import day_as_read
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.meetings.actions.minuting import approve, check_approves, is_time_to_object
from wagtail_prcouncil.meetings.admin.minuting import MinutesStep
from wagtail_prcouncil.meetings.admin.reading import time_as_read
from wagtail_prcouncil.meetings.models import Meeting
from wagtail_prcouncil.meetings.rules import MeetingError
from wagtail_prcouncil.meetings.states import ApprovedHow, Status
from wagtail_prcouncil.meetings.transitions import Verb
from wagtail_prcouncil.pages.numerals import in_numerals
from wagtail_prcouncil.ui.forms import TakesAnyKey
from wagtail_prcouncil.ui.jalali.form_fields import AdminJalaliDateField

MOST_SHOWN = 10


class ApprovingField(TakesAnyKey):
    """A later meeting that could approve."""

    def label_from_instance(self, row: Meeting) -> str:
        return name_with_time(row)


class ApproveForm(VersionedForm):
    """How; `can` are the meetings that qualify, the next first."""

    how = forms.ChoiceField(
        label=_("Approved"), choices=ApprovedHow.choices, widget=forms.RadioSelect
    )
    approved_in = ApprovingField(
        label=_("In the meeting"),
        queryset=Meeting.objects.none(),
        required=False,
        widget=forms.RadioSelect,
        empty_label=None,
    )
    on = AdminJalaliDateField(
        label=_("On"), required=False, help_text=_("The day of the written procedure.")
    )

    def __init__(self, *args: Any, meeting: Meeting, can: list[Meeting], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = Meeting.objects.filter(pk__in=[row.pk for row in can]).select_related("page")
        self.meeting = meeting
        self.fields["approved_in"].queryset = rows.order_by("starts_at", "pk")
        if not can:
            del self.fields["approved_in"]
            self.fields["how"].choices = [(ApprovedHow.WRITTEN.value, ApprovedHow.WRITTEN.label)]

    def clean(self) -> dict[str, Any]:
        """Before the last day for objections it is asked whether all have answered."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        on, day = cleaned.get("on"), self.meeting.day
        if cleaned.get("how") != ApprovedHow.WRITTEN or on is None:
            return cleaned
        can_be = on <= today() and (day is None or on >= day)  # else the action says why
        if can_be and is_time_to_object(self.meeting, on):
            told = {"day": day_as_read(self.meeting.objections_until)}
            sentence = gettext(
                "Members may object until %(day)s. Approve the minutes after that day, or say that "
                "all voting members have answered."
            )
            label = gettext("All voting members have answered; nobody waits for the last day.")
            self.ask("all_answered", label, sentence % told)
            cleaned["all_answered"] = True  # without the tick the form is refused
        return cleaned


class ApproveView(MinutesStep):
    """Only meetings that qualify are offered; of later ones that do not, it says why."""

    verb, form_class = Verb.APPROVE, ApproveForm

    @cached_property
    def candidates(self) -> list[tuple[Meeting, str]]:
        """Later meetings of the council, and why one does not qualify; empty where it does."""
        rows = Meeting.objects.filter(council=self.meeting.council).exclude(pk=self.meeting.pk)
        rows = rows.exclude(status=Status.PLANNED).select_related("page", "council")
        later = [row for row in rows.order_by("starts_at", "pk") if self._is_later(row)]
        return [(row, why_not_in(row, self.meeting)) for row in later]

    def _is_later(self, row: Meeting) -> bool:
        day = self.meeting.day
        return day is None or row.day is None or row.day > day

    def get_form_kwargs(self) -> dict[str, Any]:
        can = [row for row, reason in self.candidates if not reason]
        return super().get_form_kwargs() | {"meeting": self.meeting, "can": can}

    def get_initial(self) -> dict[str, Any]:
        can = [row.pk for row, reason in self.candidates if not reason]
        how = ApprovedHow.MEETING if can else ApprovedHow.WRITTEN
        said = {"how": how, "approved_in": next(iter(can), None), "on": today()}
        return super().get_initial() | said

    def facts(self) -> Iterable[Fact]:
        yield from super().facts()
        count = self.meeting.resolutions.count()
        yield Fact(_("Resolutions that get their numbers"), in_numerals(count))
        for row, reason in [pair for pair in self.candidates if pair[1]][:MOST_SHOWN]:
            yield Fact(_("Cannot approve them"), name_with_time(row), reason)

    def act(self, form: ApproveForm) -> str:
        said = form.cleaned_data
        rows = approve(
            self.meeting,
            how=said["how"],
            approved_in=said.get("approved_in"),
            on=said["on"],
            all_answered=said.get("all_answered", False),
            version=said["version"],
            by=self.by,
        )
        if not rows:
            return gettext("The minutes are approved.")
        numbers = "، ".join(row.number_as_read() for row in rows)
        return gettext("The minutes are approved. Resolutions: %(numbers)s.") % {"numbers": numbers}


def why_not_in(row: Meeting, meeting: Meeting) -> str:
    try:
        check_approves(row, meeting)
    except MeetingError as error:
        return str(error)
    return ""


def name_with_time(row: Meeting) -> str:
    return f"{row} – {time_as_read(row.starts_at, None)}" if row.starts_at else str(row)
