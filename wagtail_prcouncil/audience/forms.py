from django import forms
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.audience.models.vote import LONGEST_REASON
from wagtail_prcouncil.persian.text import canonical


class VoteForm(forms.Form):
    """A reader's answer, and why, if he likes to say. The two answers are two buttons."""

    answer = forms.ChoiceField(
        choices=[("yes", _("Yes")), ("no", _("No"))],
        error_messages={
            "required": _("Choose yes or no."),
            "invalid_choice": _("Choose yes or no."),
        },
    )
    reason = forms.CharField(
        label=_("Why, in a few words?"),
        help_text=_("The editors read it; it is not published. Please give no names or numbers."),
        required=False,
        max_length=LONGEST_REASON,
        widget=forms.Textarea({"rows": 3}),
    )

    def clean_reason(self) -> str:
        return canonical(self.cleaned_data["reason"])

    @property
    def is_useful(self) -> bool:
        return self.cleaned_data["answer"] == "yes"
