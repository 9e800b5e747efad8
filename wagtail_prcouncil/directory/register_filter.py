"""What a reader asks the register for: a form that is sent by GET, so that an answer has an
address."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.search.backends import get_search_backend

from wagtail_prcouncil.directory.models.agency import Agency, AgencyQuerySet
from wagtail_prcouncil.directory.models.province import Province
from wagtail_prcouncil.directory.states import AgencyKind, Relation
from wagtail_prcouncil.persian.digits import to_ascii

COUNTRY = "country"  # in place of a province: bodies of the whole country
COUNTRY_LABEL = _("The whole country")
LONGEST_WORDS = 100
MOST_FOUND = 1000  # matches of words; far above what any register holds
# A page of the register with one of these alone has an address for search engines.
INDEXED = ("province", "kind")


class RegisterFilter(forms.Form):
    """Every field may be left out; one that says nothing sensible is told of and passed over."""

    q = forms.CharField(
        label=_("Name or code"),
        required=False,
        max_length=LONGEST_WORDS,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    kind = forms.ChoiceField(label=_("Kind"), required=False)
    relation = forms.ChoiceField(label=_("Relation"), required=False)
    closed = forms.BooleanField(label=_("Agencies that have ended, too"), required=False)
    province = forms.CharField(label=_("Province"), required=False, widget=forms.HiddenInput)
    parent = forms.CharField(label=_("Belongs to"), required=False, widget=forms.HiddenInput)

    def __init__(self, asked: QueryDict, provinces: Iterable[Province]) -> None:
        self.provinces = {province.slug: province for province in provinces}
        super().__init__(asked, auto_id="register-%s", use_required_attribute=False)
        for name, empty, choices in (
            ("kind", _("All kinds"), AgencyKind.choices),
            ("relation", _("All relations"), Relation.choices),
        ):
            named = [(value, capfirst(str(label))) for value, label in choices]
            self.fields[name].choices = [("", empty), *named]

    def clean_province(self) -> Province | str:
        """A province, COUNTRY, or nothing."""
        slug = to_ascii(self.cleaned_data["province"]).lower()
        if slug in ("", COUNTRY):
            return slug
        if slug not in self.provinces:
            raise ValidationError(_("There is no such province."))
        return self.provinces[slug]

    def clean_parent(self) -> Agency | None:
        code = to_ascii(self.cleaned_data["parent"]).lower()
        found = Agency.objects.filter(code=code).first() if code else None
        if code and found is None:
            raise ValidationError(_("There is no such agency."))
        return found

    @property
    def chosen(self) -> dict[str, Any]:
        """What was asked for and made sense, by the name of the field."""
        self.is_valid()  # what failed is not in cleaned_data
        return {name: value for name, value in self.cleaned_data.items() if value}

    def agencies(self, *, in_any_province: bool = False) -> AgencyQuerySet:
        """What was asked for, in no order yet; `in_any_province` leaves the province open."""
        chosen = self.chosen
        found = Agency.objects.all() if "closed" in chosen else Agency.objects.active()
        for name in ("kind", "relation", "parent"):
            if name in chosen:
                found = found.filter(**{name: chosen[name]})
        province = None if in_any_province else chosen.get("province")
        if province:
            found = found.filter(province=None if province == COUNTRY else province)
        if "q" in chosen:
            found = found.filter(pk__in=self._matching)
        return found

    def with_that_code(self) -> Agency | None:
        """The agency whose code the words are, however they were typed."""
        code = to_ascii(self.chosen.get("q", "")).lower()
        if not code.isascii():
            return None
        return self.agencies().for_register().filter(code=code).first() if code else None

    @property
    def _matching(self) -> list[int]:
        """Keys of the agencies that hold the words in any spelling."""
        if not hasattr(self, "_found"):
            results = get_search_backend().search(self.chosen["q"], Agency)
            self._found = [agency.pk for agency in results[:MOST_FOUND]]
        return self._found
