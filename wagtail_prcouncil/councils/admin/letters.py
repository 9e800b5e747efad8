"""Forms of appointments: what a letter says, and that somebody leaves."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.councils.actions.appointing import Letter
from wagtail_prcouncil.councils.admin.answers import (
    AnswersForm,
    Layout,
    SeatField,
    VersionedForm,
    seats_within,
    version_field,
)
from wagtail_prcouncil.councils.admin.reading import stay_as_read
from wagtail_prcouncil.councils.models import Appointment, Seat
from wagtail_prcouncil.councils.scopes import Scope
from wagtail_prcouncil.councils.spans import Span
from wagtail_prcouncil.councils.states import Basis, Precision
from wagtail_prcouncil.ui.jalali.form_fields import AdminJalaliDateField

ENGLISH = ("title_en",)
SPAN = ("since", "until", "since_precision", "until_precision")
SAID = (
    *("person", "capacity", "agency", *SPAN),
    *("basis", "letter_number", "letter_on", "title", "title_en"),
)


class LetterForm(AnswersForm):
    """Who sits there, as what, for how long, on which basis. `letter` is what the action takes."""

    layout = (
        Layout("who", _("Who"), [["seat"], ["person"], ["again"], ["capacity"]]),
        Layout("time", _("Time in office"), [["since", "until"]]),
        Layout(
            "known",
            _("Only the month or the year is known"),
            [["since_precision", "until_precision"]],
            is_folded=True,
        ),
        Layout("basis", _("Basis"), [["basis"], ["letter_number", "letter_on"]]),
        Layout(
            "more",
            _("Another agency, the person's own title"),
            [["agency"], ["title", "title_en"]],
            is_folded=True,
        ),
    )

    class Meta(AnswersForm.Meta):
        model = Appointment
        fields = SAID
        widgets = {"capacity": forms.RadioSelect}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ENGLISH:
            self.fields[name].widget.attrs["dir"] = "ltr"
        if self.instance.basis != Basis.ELECTION:  # which an election alone can give
            choices = [pair for pair in Basis.choices if pair[0] != Basis.ELECTION]
            self.fields["basis"].choices = choices

    def letter(self) -> Letter:
        said = {name: getattr(self.instance, name) for name in Letter._fields if name != "span"}
        span = Span.of(*(getattr(self.instance, name) for name in SPAN))
        return Letter(**(said | {"span": span}))


class NewAppointmentForm(LetterForm):
    """Of a seat that is chosen here, where none was chosen before."""

    seat = SeatField(label=_("Seat"), queryset=Seat.objects.none(), empty_label=_("Choose one"))

    def __init__(self, *args: Any, scope: Scope, seat: Seat | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.chosen = seat
        if seat is None:
            self.fields["seat"].queryset = seats_within(scope)
        else:
            del self.fields["seat"]

    def clean(self) -> dict[str, Any]:
        """A second letter for whoever sits there is rare, the same letter twice is not."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        seat, since = self.chosen or cleaned.get("seat"), cleaned.get("since")
        if seat and since and cleaned.get("person"):
            holding = seat.appointments.holding().on(since)
            same = {"person": cleaned["person"], "capacity": cleaned.get("capacity")}
            held = holding.filter(**same).first()
            if held is not None:
                label = gettext("There is a new letter; the stay so far ends the day before.")
                words = {"person": held.person.name_as_read(), "time": stay_as_read(held)}
                sentence = gettext("%(person)s holds this seat already: %(time)s.")
                self.ask("again", label, sentence % words)
        return cleaned


class CorrectionForm(LetterForm):
    """The same of an appointment that there is."""

    version = version_field()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.basis == Basis.ELECTION:  # that stays: the election made it
            self.fields["basis"].disabled = True


class EndForm(VersionedForm):
    """The last day."""

    until = AdminJalaliDateField(
        label=_("Last day"), help_text=_("The last day on which the person sits there.")
    )
    until_precision = forms.ChoiceField(
        label=_("It is known"), choices=Precision.choices, initial=Precision.DAY, required=False
    )
    layout = (
        Layout("end", "", [["until"]]),
        Layout("known", _("Only the month or the year is known"), [["until_precision"]], True),
    )

    def letter(self, row: Appointment) -> Letter:
        """What is said of the appointment already, with this end."""
        said = {name: getattr(row, name) for name in Letter._fields if name != "span"}
        known = self.cleaned_data["until_precision"] or Precision.DAY
        span = Span.of(row.since, self.cleaned_data["until"], row.since_precision, known)
        return Letter(**(said | {"span": span}))
