"""What a reader asks of the news: a form that is sent by GET, so that an answer has an address."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.http import QueryDict
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from taggit.models import Tag
from wagtail.models import Locale

from wagtail_prcouncil.directory.models import Agency, Province
from wagtail_prcouncil.directory.models.agency import CODE
from wagtail_prcouncil.news import models
from wagtail_prcouncil.pages.facets import council_names
from wagtail_prcouncil.persian.digits import to_ascii
from wagtail_prcouncil.persian.text import canonical, fold
from wagtail_prcouncil.ui.jalali.form_fields import JalaliDateField

LONGEST_WORDS = 100
LONGEST_NAME = 200  # of an agency, a section's or tag's slug
LONGEST_KEY = 9  # digits of a page's id
MOST_NAMESAKES = 5

ORDER: tuple[str, ...] = (
    *("q", "index", "section", "agency", "province", "council", "tag"),
    *("from", "to"),
)
"""The fields, in the order in which addresses have them."""

FIRST_DAY, LAST_DAY = dt.date(1700, 1, 1), dt.date(2999, 12, 31)


def _has_news(day: dt.date) -> None:
    """Beyond these, a calendar or a clock may have no name for it."""
    if not FIRST_DAY <= day <= LAST_DAY:
        raise ValidationError(_("There is no news of that year."))


def _not_too_long(words: str) -> None:
    """As `max_length`, in digits of the reader's language."""
    if len(words) > LONGEST_WORDS:
        raise ValidationError(_("Too long. Ask with fewer words."))


@dataclass(frozen=True, slots=True)
class Council:
    """One that readers of the list's language may see: news of the agencies that sit there."""

    pk: int
    name: str

    def __str__(self) -> str:
        return self.name


class NewsQuestion(forms.Form):
    """Every field may be left out. An index is named by its id, a section by its id or slug, an
    agency by its code or name, a province by its code in ISO 3166-2, a council by the id of its
    original, a tag by its slug; days are Jalali or Gregorian, in any digits, and the last one is
    part of the span."""

    q = forms.CharField(
        label=_("Words or a news code"),
        required=False,
        validators=[_not_too_long],
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    index = forms.CharField(label=_("News index"), required=False, widget=forms.HiddenInput)
    section = forms.CharField(label=_("Section"), required=False, widget=forms.Select)
    agency = forms.CharField(label=_("Agency"), required=False)
    province = forms.CharField(label=_("Province"), required=False, widget=forms.Select)
    council = forms.CharField(label=_("Council"), required=False, widget=forms.Select)
    tag = forms.CharField(label=_("Tag"), required=False, widget=forms.HiddenInput)

    def __init__(self, asked: QueryDict, locale: Locale) -> None:
        super().__init__(asked, auto_id="news-%s", use_required_attribute=False)
        self.locale = locale
        # A name that Python keeps to itself.
        for name, label in (("from", _("From the day")), ("to", _("To the day"))):
            self.fields[name] = JalaliDateField(label=label, required=False, validators=[_has_news])

    def full_clean(self) -> None:
        """Days are read in the calendar of the list, which the address need not be in."""
        with translation.override(self.locale.language_code):
            super().full_clean()

    def clean_index(self) -> "models.NewsIndexPage | None":
        """In the language of the list: news live below the index of their own language."""
        name = canonical(self.cleaned_data["index"])
        if not name:
            return None
        found = self._translations(models.NewsIndexPage.objects, _with_key(name))
        if not found or found[0].locale_id != self.locale.pk:
            raise ValidationError(_("There is no such news index."))
        return found[0]

    def clean_section(self) -> "models.SectionPage | None":
        """In the language of the list, or else as it is filed."""
        name = canonical(self.cleaned_data["section"])
        if not name:
            return None
        named = _with_key(name)
        if not named and len(name) <= LONGEST_NAME:
            named = Q(slug=name, locale=self.locale)
        found = self._translations(models.SectionPage.objects, named)
        if not found:
            raise ValidationError(_("There is no such section."))
        return found[0]

    def _translations(self, pages: Any, named: Q) -> list[Any]:
        """The readable ones of a page that is named, that in the language of the list first."""
        if not named:
            return []
        group = pages.filter(named).values("translation_key")
        found = pages.filter(translation_key__in=group).without_aliases().readable()
        return sorted(found.order_by("pk"), key=lambda page: page.locale_id != self.locale.pk)

    def clean_agency(self) -> Agency | None:
        name = self.cleaned_data["agency"][: LONGEST_NAME + 1]
        if not name:
            return None
        code = to_ascii(name).lower()
        asked = Q(folded_name=fold(name)) | Q(name_en__iexact=name)
        if CODE.regex.match(code):
            asked |= Q(code=code)
        found = list(Agency.objects.filter(asked).order_by("pk")[:MOST_NAMESAKES])
        exact = [agency for agency in found if agency.code == code] or found
        if not exact:
            raise ValidationError(_("There is no such agency."))
        if len(exact) > 1:
            codes = ", ".join(agency.code for agency in exact)
            raise ValidationError(
                _("Several agencies have this name. Ask by a code: %(codes)s"),
                params={"codes": codes},
            )
        return exact[0]

    def clean_province(self) -> Province | None:
        code = to_ascii(self.cleaned_data["province"]).upper()
        found = Province.objects.filter(code=code[:LONGEST_KEY]).first() if code else None
        if code and found is None:
            raise ValidationError(_("There is no such province."))
        return found

    @cached_property
    def councils(self) -> dict[int, str]:
        """Those to choose from, by id. One query where councils are installed, else none."""
        return council_names(self.locale.pk)

    def clean_council(self) -> Council | None:
        named = canonical(self.cleaned_data["council"])
        if not named:
            return None
        key = _number(named)
        if key is None or key not in self.councils:
            raise ValidationError(_("There is no such council."))
        return Council(key, self.councils[key])

    def clean_tag(self) -> Tag | None:
        slug = canonical(self.cleaned_data["tag"])
        found = Tag.objects.filter(slug=slug[:LONGEST_NAME]).first() if slug else None
        if slug and found is None:
            raise ValidationError(_("There is no such tag."))
        return found

    def clean(self) -> dict[str, Any]:
        super().clean()
        first, last = self.cleaned_data.get("from"), self.cleaned_data.get("to")
        if first and last and last < first:
            self.add_error("to", _("The last day lies before the first."))
        return self.cleaned_data

    @property
    def chosen(self) -> dict[str, Any]:
        """What was asked for and made sense, by the name of the field, in the order of addresses:
        words, rows and days."""
        self.is_valid()  # what failed is not in cleaned_data
        found = {name: self.cleaned_data.get(name) for name in ORDER}
        return {name: value for name, value in found.items() if value}


def _with_key(name: str) -> Q:
    """Empty for what is no page's id."""
    key = _number(name)
    return Q() if key is None else Q(pk=key)


def _number(name: str) -> int | None:
    """A page's id, in any digits; None for what cannot be one."""
    number = to_ascii(name)
    is_key = number.isascii() and number.isdecimal() and len(number) <= LONGEST_KEY
    return int(number) if is_key else None


def in_address(value: object) -> str:
    """What stands for a chosen value in an address, the same in all languages."""
    if isinstance(value, models.NewsIndexPage | models.SectionPage):
        return str(value.original().pk)
    if isinstance(value, Agency):
        return value.code
    if isinstance(value, Council):
        return str(value.pk)
    if isinstance(value, Province | Tag):
        return str(value.slug)
    return value.isoformat() if isinstance(value, dt.date) else str(value)
