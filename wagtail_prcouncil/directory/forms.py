"""Forms of the directory in the admin."""

from itertools import count
from typing import Any

from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import BlockField, StreamBlock

from wagtail_prcouncil.directory.blocks import AgencyChooserBlock
from wagtail_prcouncil.directory.models import Agency
from wagtail_prcouncil.directory.namesakes import twin
from wagtail_prcouncil.directory.new_use import RefusesClosedAgencies
from wagtail_prcouncil.directory.states import ClosingReason
from wagtail_prcouncil.ui.forms import PRCouncilModelForm
from wagtail_prcouncil.ui.jalali.form_fields import AdminJalaliDateField

# Letters of a code that is made, so that a number still fits behind them.
CODE_STEM = 55
LATIN = ("code", "telephone", "postal_code", "name_en", "summary_en", "address_en")


class AgencyForm(RefusesClosedAgencies, PRCouncilModelForm):
    """An agency's words and its place. That it is closed is no field: an action says so."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in LATIN:
            self.fields[name].widget.attrs["dir"] = "ltr"
        self.fields["code"].required = False

    def clean_code(self) -> str:
        """Left empty, it is made of the English name: a Persian one has no certain spelling in
        Latin letters."""
        code = self.cleaned_data["code"]
        if code:
            return code
        proposed = _free_code(slugify(self.data.get(self.add_prefix("name_en"), "")))
        if not proposed:
            raise forms.ValidationError(
                gettext("Write a code, or an English name of which one can be made.")
            )
        return proposed

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if not {"name", "province", "parent"} & set(self.errors):
            self._refuse_twin(self.cleaned_data)
        return cleaned

    def _refuse_twin(self, cleaned: dict[str, Any]) -> None:
        """The database would refuse it too, without saying which agency it is."""
        candidate = Agency(
            pk=self.instance.pk,
            name=cleaned["name"],
            province=cleaned.get("province"),
            parent=cleaned.get("parent"),
            closed_on=self.instance.closed_on,
        )
        other = twin(candidate)
        if other is not None:
            self.add_error("name", twin_sentence(other))


class PersonForm(PRCouncilModelForm):
    """A person's name in both languages, photo and other posts."""


class ProvinceForm(PRCouncilModelForm):
    """The names of a province; its code is the standard's."""


class ClosingForm(forms.Form):
    """When, why and in whose favour an agency ends. The rules are those of the action."""

    on = AdminJalaliDateField(
        label=_("Day of closing"), help_text=_("The first day on which it no longer existed.")
    )
    reason = forms.ChoiceField(
        label=_("Reason"), choices=ClosingReason.choices, widget=forms.RadioSelect
    )
    # A stream, though of one sort: Wagtail's script starts no list that stands by itself.
    successors = BlockField(
        block=StreamBlock([("agency", AgencyChooserBlock(with_closed=True))], required=False),
        label=_("Successors"),
        required=False,
        help_text=_(
            "Who carries on. Merged and replaced agencies have one, a split one has two or more, "
            "the others none."
        ),
    )

    def clean_successors(self) -> list[Agency]:
        return [block.value for block in self.cleaned_data["successors"]]


def twin_sentence(other: Agency) -> str:
    """Which agency has the name already, where it belongs."""
    sentence = gettext(
        "The agency with the code “%(code)s” has this name already, in the same province and "
        "below the same body."
    )
    return sentence % {"code": other.code}


def _free_code(base: str) -> str:
    """`base`, or with the first number that no agency has; empty where it has no letters."""
    stem = base.replace("_", "-")[:CODE_STEM].strip("-")
    taken = set(Agency.objects.filter(code__startswith=stem).values_list("code", flat=True))
    codes = (stem if number == 1 else f"{stem}-{number}" for number in count(1))
    return next(code for code in codes if code not in taken) if stem else ""
