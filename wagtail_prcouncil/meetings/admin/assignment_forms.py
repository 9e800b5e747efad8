"""What is asked of assignments: who has to do what until when, and how far it is."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.councils.admin.answers import AnswersForm, Layout, VersionedForm
from wagtail_prcouncil.councils.models import Seat
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.directory.models import Agency
from wagtail_prcouncil.fields import CanonicalCharField
from wagtail_prcouncil.meetings.actions.attending import councils_of
from wagtail_prcouncil.meetings.admin.asked import words
from wagtail_prcouncil.meetings.admin.uploading import FilesField
from wagtail_prcouncil.meetings.models import Assignment, Meeting, Resolution
from wagtail_prcouncil.ui.forms import TakesAnyKey, form_field
from wagtail_prcouncil.ui.jalali.form_fields import AdminJalaliDateField


class ResolutionField(TakesAnyKey):
    """One of the meeting's, by number and first words."""

    def label_from_instance(self, row: Resolution) -> str:
        return f"{row.name_as_read()}: {row.text[:60]}"


class SeatHere(TakesAnyKey):
    """A seat of the councils that meet."""

    def label_from_instance(self, row: Seat) -> str:
        return row.name_as_read()


class AssignmentForm(AnswersForm):
    """Who has to do what until when."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)
    resolution = ResolutionField(
        label=_("Resolution"), queryset=Resolution.objects.none(), required=False, empty_label="–"
    )
    seat = SeatHere(
        label=_("Responsible seat"), queryset=Seat.objects.none(), required=False, empty_label="–"
    )
    layout: ClassVar[Sequence[Layout]] = (
        Layout("what", "", [["resolution"], ["task"], ["due_on", "visibility"]]),
        Layout("who", _("Who"), [["agency"], ["seat"]]),
        Layout("english", _("In English"), [["task_en"]], is_folded=True),
    )

    class Meta(AnswersForm.Meta):
        model = Assignment
        fields = ("resolution", "task", "task_en", "due_on", "visibility", "agency", "seat")

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["task_en"].widget.attrs["dir"] = "ltr"
        self.fields["resolution"].queryset = meeting.resolutions.order_by("sort_order", "pk")
        councils = [council.pk for council in councils_of(meeting)]
        seats = Seat.objects.filter(council__in=councils).on(today()).select_related("agency")
        self.fields["seat"].queryset = seats.in_order()

    def clean_agency(self) -> Agency:
        agency: Agency = self.cleaned_data["agency"]
        agency.refuse_new_use(already=self.initial.get("agency"))
        return agency


class FollowUpForm(VersionedForm):
    """A dated note, and files that show what it says."""

    on = AdminJalaliDateField(label=_("Day"))
    text = words(_("How far it is"))
    attached = FilesField(label=_("Evidence"))
    layout: ClassVar[Sequence[Layout]] = (
        Layout("note", "", [["on"], ["text"]]),
        Layout("evidence", _("Evidence"), [["attached"]]),
    )


class ReasonedForm(FollowUpForm):
    """The same, where it has to be said why."""

    text = words(_("Reason"))


class BlockForm(FollowUpForm):
    """The same, and what holds it up."""

    blocked_by = form_field(CanonicalCharField(_("What holds it up"), max_length=300))
    layout: ClassVar[Sequence[Layout]] = (
        Layout("note", "", [["on"], ["blocked_by"], ["text"]]),
        Layout("evidence", _("Evidence"), [["attached"]]),
    )
