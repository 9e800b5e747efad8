"""What readers ask of a list of meetings."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.http import urlencode
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.meetings.states import Kind


class MeetingQuestion(forms.Form):
    """A year, as readers count it, and a kind. What it does not know counts as not asked."""

    year = forms.TypedChoiceField(label=_("Year"), required=False, coerce=int, empty_value=None)
    kind = forms.ChoiceField(label=_("Kind"), required=False)

    def __init__(
        self, asked: Mapping[str, Any], years: Iterable[tuple[int, str]], **kwargs: Any
    ) -> None:
        super().__init__({name: asked.get(name, "") for name in ("year", "kind")}, **kwargs)
        kinds = [(kind.value, capfirst(kind.label)) for kind in Kind]
        self.fields["year"].choices = [("", _("All years")), *years]
        self.fields["kind"].choices = [("", _("All kinds")), *kinds]

    @property
    def chosen(self) -> dict[str, Any]:
        """What was asked and can be."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    @property
    def query(self) -> str:
        """For addresses of further windows: "year=1404&kind=joint"."""
        return urlencode(self.chosen)
