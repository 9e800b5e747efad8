"""Objections to circulated minutes: written down, answered."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.councils.admin.answers import Answers
from wagtail_prcouncil.councils.admin.asking import Fact, Found, found_within
from wagtail_prcouncil.councils.admin.once import MakesOnce
from wagtail_prcouncil.councils.models import Seat
from wagtail_prcouncil.meetings.actions import minuting
from wagtail_prcouncil.meetings.admin.asked import words
from wagtail_prcouncil.meetings.admin.reading import moment_as_read
from wagtail_prcouncil.meetings.admin.tabs import MeetingAskingView
from wagtail_prcouncil.meetings.models import Objection
from wagtail_prcouncil.ui.forms import TakesAnyKey


class SeatOfMeetingField(TakesAnyKey):
    """A seat that was called up in the meeting."""

    def label_from_instance(self, row: Seat) -> str:
        return row.name_as_read()


class ObjectForm(Answers, forms.Form):
    """Who, and what."""

    seat = SeatOfMeetingField(
        label=_("Seat"), queryset=Seat.objects.none(), empty_label=_("Choose one")
    )
    text = words(_("Objection"))

    def __init__(self, *args: Any, seats: QuerySet[Seat], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["seat"].queryset = seats


class ObjectView(MakesOnce, MeetingAskingView):
    """A member's remark."""

    slug = "minutes"
    form_class = ObjectForm
    page_title = _("Write down an objection")
    submit_button_label = _("Write it down")

    def get_initial(self) -> dict[str, Any]:
        return {}

    def get_form_kwargs(self) -> dict[str, Any]:
        keys = self.meeting.attendances.of_seats().values("seat")
        seats = Seat.objects.filter(pk__in=keys).select_related("agency").in_order()
        return super().get_form_kwargs() | {"seats": seats}

    def act(self, form: ObjectForm) -> str:
        said = form.cleaned_data
        minuting.object_to(self.meeting, said["seat"], text=said["text"], by=self.by)
        return gettext("The objection is written down. It waits for an answer.")


class AnswerForm(Answers, forms.Form):
    """What is answered, and whether the minutes change for it."""

    answer = words(_("Answer"))
    is_granted = forms.TypedChoiceField(
        label=_("The objection is"),
        choices=[
            ("yes", _("granted: the minutes are recalled and put right")),
            ("no", _("not granted")),
        ],
        coerce=lambda said: said == "yes",
        widget=forms.RadioSelect,
    )


class AnswerView(MeetingAskingView):
    """Of an objection; its address has the objection's key."""

    slug = "minutes"
    form_class = AnswerForm
    page_title = _("Answer the objection")
    submit_button_label = _("Answer")

    def find(self) -> None:
        rows = Objection.objects.select_related(
            "meeting__page__locale", "meeting__council", "seat__agency"
        )
        self.objection = found_within(rows, self.scope, "meeting__council", self.kwargs["pk"])
        self.meeting = self.objection.meeting

    def get_initial(self) -> dict[str, Any]:
        return {}

    def facts(self) -> Iterable[Fact]:
        return objection_facts(self.objection)

    def now(self) -> Found:
        row = Objection.objects.select_related("seat__agency").filter(pk=self.objection.pk).first()
        if row is None:
            return Found()
        return Found(row, objection_facts(row), row.answered_at is not None)

    def act(self, form: AnswerForm) -> str:
        said = form.cleaned_data
        row = minuting.answer(
            self.objection, text=said["answer"], is_granted=said["is_granted"], by=self.by
        )
        if row.is_granted:
            return gettext("It is granted. Recall the minutes, and write it in.")
        return gettext("The objection is answered.")


def objection_facts(row: Objection) -> Iterable[Fact]:
    """Who objects to what, and what was answered."""
    yield Fact(_("Seat"), row.seat.name_as_read(), moment_as_read(row.raised_at))
    yield Fact(_("Objection"), row.text)
    if row.answered_at is not None:
        yield Fact(_("Answer"), row.answer, moment_as_read(row.answered_at))
