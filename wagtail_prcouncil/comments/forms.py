"""What readers fill in: a comment, a report, a vote."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.comments.cleaning import clean_email, clean_name, clean_text
from wagtail_prcouncil.comments.models import LONGEST_REPORT, LONGEST_TEXT
from wagtail_prcouncil.comments.rules import Entry
from wagtail_prcouncil.comments.states import ReportReason

DECOY = "headline"
"""A field that no person sees and no browser fills in of itself; its name tempts programs only."""


class CommentForm(forms.Form):
    """A reader's comment. Nothing of it is cut: what is too long is told, and comes back whole."""

    name = forms.CharField(
        label=_("Name"),
        help_text=_("It is shown with your comment."),
        strip=False,
        widget=forms.TextInput({"autocomplete": "name"}),
        error_messages={"required": _("Write a name.")},
    )
    email = forms.CharField(
        label=_("Email address"),
        help_text=_(
            "Never shown. We use it to tell you what became of your comment, if you like, and to"
            " let you see or erase your comments later."
        ),
        required=False,
        strip=False,
        widget=forms.EmailInput({"autocomplete": "email", "dir": "ltr"}),
    )
    text = forms.CharField(
        label=_("Your comment"),
        strip=False,
        widget=forms.Textarea(
            {"rows": 7, "dir": "auto", "data-prc-most": LONGEST_TEXT, "autocomplete": "off"}
        ),
        error_messages={"required": _("Write your comment.")},
    )
    wants_mail = forms.BooleanField(
        label=_("Tell me by email when my comment is decided or answered."), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, auto_id="prc-comment-%s", **kwargs)

    def clean_name(self) -> str:
        return clean_name(self.cleaned_data["name"])

    def clean_email(self) -> str:
        return clean_email(self.cleaned_data["email"])

    def clean_text(self) -> str:
        return clean_text(self.cleaned_data["text"])

    def clean(self) -> None:
        wants_mail, email = self.cleaned_data.get("wants_mail"), self.cleaned_data.get("email")
        if wants_mail and email == "":
            words = _("To tell you by email we need an address.")
            self.add_error("email", ValidationError(words, code="required"))

    @property
    def fell_for_decoy(self) -> bool:
        return bool(self.data.get(DECOY))

    @property
    def entry(self) -> Entry:
        """What was filled in, once it is valid."""
        cleaned = self.cleaned_data
        raw = str(self.data.get("text", ""))
        return Entry(cleaned["name"], cleaned["text"], cleaned["email"], raw_text=raw)


class ReportForm(forms.Form):
    """What a reader finds wrong with a published comment."""

    reason = forms.ChoiceField(
        label=_("What is wrong with it"),
        choices=ReportReason.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose what is wrong with it."),
            "invalid_choice": _("Choose what is wrong with it."),
        },
    )
    words = forms.CharField(
        label=_("In a few words"),
        help_text=_("Moderators read it; it is not published."),
        required=False,
        strip=False,
        widget=forms.Textarea({"rows": 3, "dir": "auto"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, auto_id="prc-report-%s", **kwargs)

    def clean_words(self) -> str:
        """Nothing, or what is as fit to be stored as a comment."""
        if not self.cleaned_data["words"].strip():
            return ""
        words = clean_text(self.cleaned_data["words"])
        if len(words) > LONGEST_REPORT:
            raise ValidationError(_("Please say it in fewer words."), code="too_long")
        return words


class VoteForm(forms.Form):
    """Three buttons: one likes, one dislikes, and the pressed one takes it back."""

    answer = forms.ChoiceField(choices=[("like", ""), ("dislike", ""), ("none", "")])

    @property
    def likes(self) -> bool | None:
        return {"like": True, "dislike": False}.get(self.cleaned_data["answer"])
