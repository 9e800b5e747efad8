"""What moderators fill in. What a rule forbids, actions say; these ask for what can be told of the
words alone."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.comments.actions import Because
from wagtail_prcouncil.comments.actions.answering import AnswerConflict
from wagtail_prcouncil.comments.actions.errors import CommentError, Conflict, RefusedError
from wagtail_prcouncil.comments.models import (
    LONGEST_ANSWER,
    LONGEST_NAME,
    LONGEST_NOTE,
    LONGEST_TEXT,
    Ban,
)
from wagtail_prcouncil.comments.states import OF_MODERATORS
from wagtail_prcouncil.persian.jalali import TEHRAN
from wagtail_prcouncil.ui.jalali.form_fields import AdminJalaliDateField

REASONS = [("", _("Choose a reason")), *((reason.value, reason.label) for reason in OF_MODERATORS)]


def _area(rows: int) -> forms.Textarea:
    return forms.Textarea({"rows": rows, "dir": "auto"})


class VerbForm(forms.Form):
    """Of one verb; ids differ, for several stand on one screen."""

    prefix_of_ids = "verb"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("auto_id", f"{self.prefix_of_ids}-%s")
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)

    def refuse(self, error: CommentError) -> None:
        """Say beside the field what an action has refused."""
        field = error.field if isinstance(error, RefusedError) else None
        self.add_error(field if field in self.fields else None, str(error))


class NothingForm(VerbForm):
    """For verbs that ask for nothing."""


class ReasonForm(VerbForm):
    """Why, for colleagues."""

    prefix_of_ids = "reason"

    reason = forms.ChoiceField(label=_("Reason"), choices=REASONS)
    note = forms.CharField(
        label=_("Note for colleagues"),
        required=False,
        max_length=LONGEST_NOTE,
        widget=_area(2),
        help_text=_("Needed for another reason than those named."),
    )

    @property
    def because(self) -> Because:
        return Because(
            self.cleaned_data["reason"],
            self.cleaned_data["note"],
            self.cleaned_data.get("note_to_author", ""),
        )


class RejectForm(ReasonForm):
    """Why, for colleagues and for the author."""

    prefix_of_ids = "reject"

    note_to_author = forms.CharField(
        label=_("Note to the author"),
        required=False,
        max_length=LONGEST_NOTE,
        widget=_area(2),
        help_text=_("Mailed with the decision to an author who asked for mail."),
    )


class ReopenForm(ReasonForm):
    prefix_of_ids = "reopen"


class EraseForm(VerbForm):
    """For good: asked twice."""

    prefix_of_ids = "erase"

    reason = forms.ChoiceField(label=_("Reason"), choices=REASONS)
    sure = forms.BooleanField(label=_("Name, address and text are to be lost for good"))


class RedactForm(VerbForm):
    """Name and text as they are to be read."""

    prefix_of_ids = "redact"

    # A redacted word may be replaced by a longer mark; the action knows the limit.
    public_text = forms.CharField(
        label=_("Text as shown"),
        required=False,
        max_length=LONGEST_TEXT * 3,
        widget=_area(8),
        help_text=_("Replace what is not to be read with a mark. What was sent is kept."),
    )
    public_name = forms.CharField(
        label=_("Name as shown"),
        required=False,
        max_length=LONGEST_NAME * 3,
        widget=forms.TextInput({"dir": "auto"}),
        help_text=_("Empty: shown without a name."),
    )

    @property
    def name(self) -> str | None:
        """None where the form did not ask for it."""
        return self.cleaned_data["public_name"] if "public_name" in self.data else None


class BanForm(VerbForm):
    """Whom, until when and why."""

    prefix_of_ids = "ban"

    kind = forms.ChoiceField(
        label=_("Known by"), choices=Ban.Kind.choices, widget=forms.RadioSelect
    )
    until = AdminJalaliDateField(label=_("Until the end of"))
    why = forms.CharField(
        label=_("Why"),
        max_length=200,
        help_text=_("For colleagues. Please no names, no quotes."),
    )

    @property
    def end(self) -> dt.datetime:
        day = min(self.cleaned_data["until"], dt.date(9000, 1, 1))
        return dt.datetime.combine(day, dt.time.max, TEHRAN)


class AnswerForm(VerbForm):
    """The words of an official reply."""

    prefix_of_ids = "answer"

    agency_name = forms.CharField(
        label=_("In the name of"), required=False, max_length=500, help_text=_("Readers see this.")
    )
    text = forms.CharField(
        label=_("Reply"), required=False, max_length=LONGEST_ANSWER * 3, widget=_area(6)
    )


CONFLICTS = (Conflict, AnswerConflict)
