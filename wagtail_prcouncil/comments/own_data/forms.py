"""What a reader fills in who asks for his own comments."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.comments.cleaning import clean_email

MOST_CHOSEN = 500


class OwnDataForm(forms.Form):
    """The address under which comments were sent."""

    email = forms.CharField(
        label=_("Email address"),
        help_text=_("The one that you gave with your comments. A link is sent to it."),
        strip=False,
        widget=forms.EmailInput({"autocomplete": "email", "dir": "ltr"}),
        error_messages={"required": _("Write your email address.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, auto_id="prc-own-%s", **kwargs)

    def clean_email(self) -> str:
        email = clean_email(self.cleaned_data["email"])
        if not email:
            raise ValidationError(_("Write your email address."), code="required")
        return email


class ErasureForm(forms.Form):
    """Which comments are to be erased, and that this is meant."""

    which = forms.ChoiceField(choices=[("chosen", ""), ("all", ""), ("none", "")])
    comment = forms.TypedMultipleChoiceField(required=False)
    sure = forms.BooleanField(required=False)

    def __init__(self, *args: Any, choices: list[str], **kwargs: Any) -> None:
        super().__init__(*args, auto_id="prc-own-%s", **kwargs)
        self.fields["comment"].choices = [(choice, "") for choice in choices]

    def clean(self) -> None:
        which = self.cleaned_data.get("which")
        if which in ("chosen", "all") and not self.cleaned_data.get("sure"):
            self.add_error("sure", _("Tick that you are sure: nobody can bring them back."))
        if which == "chosen" and not self.cleaned_data.get("comment"):
            self.add_error("comment", _("Choose the comments that are to be erased."))
