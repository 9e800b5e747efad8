"""What readers ask of a charter: forms that are sent by GET, so that an answer has an address."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.http import urlencode
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.charters.states import Method
from wagtail_prcouncil.councils.days import check_day
from wagtail_prcouncil.ui.jalali.form_fields import JalaliDateField

Choices = Iterable[tuple[Any, str]]


class DayQuestion(forms.Form):
    """Of which day the text is asked for."""

    day = JalaliDateField(label=_("Day"), validators=[check_day])


class VersionsQuestion(forms.Form):
    """Between which two versions."""

    before = forms.TypedChoiceField(label=_("From"), coerce=int)
    after = forms.TypedChoiceField(label=_("To"), coerce=int)

    def __init__(self, asked: Mapping[str, Any], versions: Choices) -> None:
        super().__init__(asked)
        rows = list(versions)
        for field in self.fields.values():
            field.choices = rows


class SignatureQuestion(forms.Form):
    """Of a province, of an agency, in a way. What it does not know counts as not asked."""

    province = forms.ChoiceField(label=_("Province"), required=False)
    agency = forms.ChoiceField(label=_("Agency"), required=False)
    method = forms.ChoiceField(label=_("Signed how"), required=False)

    def __init__(self, asked: Mapping[str, Any], provinces: Choices, agencies: Choices) -> None:
        names = ("province", "agency", "method")
        super().__init__({name: asked.get(name, "") for name in names})
        ways = [(method.value, capfirst(method.label)) for method in Method]
        for name, empty, choices in (
            ("province", _("All provinces"), provinces),
            ("agency", _("All agencies"), agencies),
            ("method", _("All ways"), ways),
        ):
            self.fields[name].choices = [("", empty), *choices]

    @property
    def chosen(self) -> dict[str, Any]:
        """What was asked and can be."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    @property
    def query(self) -> str:
        """For addresses of further windows: "province=ir-26&method=pledge"."""
        return urlencode(self.chosen)
