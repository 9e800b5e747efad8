"""What a reader asks the register for: a form that is sent by GET, so that an answer has an
address."""

from functools import cached_property
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.http import QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.search.backends import get_search_backend

from wagtail_prcouncil.directory.models.agency import Agency, AgencyQuerySet
from wagtail_prcouncil.directory.public.tiles import TILES
from wagtail_prcouncil.directory.states import AgencyKind, Relation
from wagtail_prcouncil.persian.digits import to_ascii

COUNTRY = "country"  # in place of a province: bodies of the whole country
COUNTRY_LABEL = _("The whole country")
LONGEST_WORDS = 100
MOST_FOUND = 1000  # matches of words; far above what any register holds
# A page of the register with one of these alone has an address for search engines.
INDEXED = ("province", "kind")


def _not_too_long(words: str) -> None:
    """As `max_length`, in digits of the reader's language."""
    if len(words) > LONGEST_WORDS:
        raise ValidationError(_("Too long. Ask with fewer words."))


class RegisterFilter(forms.Form):
    """Every field may be left out; one that says nothing sensible is told of and passed over."""

    q = forms.CharField(
        label=_("Name or code"),
        required=False,
        validators=[_not_too_long],
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    kind = forms.ChoiceField(label=_("Kind"), required=False)
    relation = forms.ChoiceField(label=_("Relation"), required=False)
    closed = forms.BooleanField(label=_("Closed agencies, too"), required=False)
    province = forms.CharField(label=_("Province"), required=False, widget=forms.HiddenInput)
    parent = forms.CharField(label=_("Belongs to"), required=False, widget=forms.HiddenInput)

    def __init__(self, asked: QueryDict) -> None:
        super().__init__(asked, auto_id="register-%s", use_required_attribute=False)
        for name, empty, choices in (
            ("kind", _("All kinds"), AgencyKind.choices),
            ("relation", _("All relations"), Relation.choices),
        ):
            named = [(value, capfirst(str(label))) for value, label in choices]
            self.fields[name].choices = [("", empty), *named]

    def clean_province(self) -> str:
        """The code of a province, COUNTRY, or nothing."""
        slug = to_ascii(self.cleaned_data["province"]).lower()
        if slug in ("", COUNTRY):
            return slug
        if slug.upper() not in TILES:
            raise ValidationError(_("There is no such province."))
        return slug.upper()

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
        if province == COUNTRY:
            found = found.filter(province=None)
        elif province:
            found = found.filter(province__code=province)
        if "q" in chosen:
            found = found.filter(Q(pk__in=self._matching) | self.has_that_code)
        return found

    @property
    def has_that_code(self) -> Q:
        """True of the agency whose code the words are, however they were typed."""
        return Q(code=to_ascii(self.chosen.get("q", "")).lower())

    @cached_property
    def _matching(self) -> list[int]:
        """Keys of the agencies that hold the words in any spelling."""
        results = get_search_backend().search(self.chosen["q"], Agency)
        if hasattr(results, "newest_keys"):  # our own backend's, without the rows
            return [int(key) for key in results.newest_keys(MOST_FOUND)]
        return [agency.pk for agency in results[:MOST_FOUND]]
