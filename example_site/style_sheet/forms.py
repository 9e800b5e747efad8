from collections.abc import Mapping
from typing import Any

from django import forms

from wagtail_prcouncil.ui.jalali.form_fields import JalaliDateField


class LetterForm(forms.Form):
    """A letter to the public relations unit, with a field of each sort. It is never sent."""

    name = forms.CharField(max_length=100)
    mail = forms.EmailField(required=False)
    topic = forms.ChoiceField()
    day = JalaliDateField(required=False)
    answer = forms.ChoiceField(widget=forms.RadioSelect)
    text = forms.CharField(widget=forms.Textarea(attrs={"rows": 3}))
    agreed = forms.BooleanField()

    def __init__(self, words: Mapping[str, Mapping[str, Any]], *args: Any, **kwargs: Any) -> None:
        """`words`: label, help and choices of each field by its name."""
        super().__init__(*args, **kwargs)
        for name, said in words.items():
            field = self.fields[name]
            field.label, field.help_text = said["label"], said.get("help", "")
            if isinstance(field, forms.ChoiceField):
                field.choices = list(enumerate(said["choices"]))
