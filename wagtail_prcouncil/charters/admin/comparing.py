"""Two versions of a charter beside each other, the draft too, for its secretary."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.charters.actions.adopting import texts_to_freeze
from wagtail_prcouncil.charters.admin.reading import number_as_read
from wagtail_prcouncil.charters.admin.tabs import CharterTab
from wagtail_prcouncil.charters.comparing import Comparison, compare
from wagtail_prcouncil.charters.models import CharterVersion
from wagtail_prcouncil.charters.public.languages import language_of
from wagtail_prcouncil.ui.languages import PageLanguage, language_name

Texts = Mapping[str, Mapping[str, Any]]

MOST_OPEN = 12
"""Changed clauses that stand open above the form of adopting."""


def texts_of(version: CharterVersion) -> Texts:
    """By language: as they were frozen; of a draft, what its pages say now."""
    frozen: Texts = version.texts if version.is_frozen else texts_to_freeze(version)
    return frozen


class Beside:
    """What differs between two versions in one language."""

    def __init__(
        self, before: CharterVersion, after: CharterVersion, language: str, texts: tuple[Any, Any]
    ) -> None:
        self.before, self.after, self.language = before, after, language
        self._texts = texts

    @cached_property
    def comparison(self) -> Comparison:
        return compare(*self._texts)

    @property
    def own_language(self) -> PageLanguage:
        return language_of(self.language)

    @property
    def language_name(self) -> str:
        return language_name(self.language)

    @property
    def is_short(self) -> bool:
        """Whether it can stand open above something else."""
        return len(self.comparison.clauses) <= MOST_OPEN


def beside(before: CharterVersion, after: CharterVersion, old: Texts, new: Texts) -> list[Beside]:
    """In each language that both have, that which decides first."""
    shared = [language for language in new if language in old]
    shared.sort(key=lambda language: language != after.charter.authoritative)
    return [Beside(before, after, language, (old[language], new[language])) for language in shared]


class CompareForm(forms.Form):
    """Which version with which, by their numbers."""

    before = forms.TypedChoiceField(label=_("From"), coerce=int)
    after = forms.TypedChoiceField(label=_("To"), coerce=int)

    def __init__(self, *args: Any, versions: Sequence[CharterVersion], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [
            (row.number, f"{number_as_read(row)} – {row.standing.label}") for row in versions
        ]
        for field in self.fields.values():
            field.choices = choices


class CompareView(CharterTab):
    """Word by word, in all languages; the latest with the one before it, unless told."""

    slug = "text"
    template_name = "prcouncil_charters/admin/compare.html"
    page_title = _("Compare versions")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.form = CompareForm(self.asked(request), versions=self.versions)
        return super().get(request, *args, **kwargs)

    def asked(self, request: HttpRequest) -> dict[str, Any]:
        """By default the two that were made last."""
        numbers = [row.number for row in self.versions[:2]]
        said = {"before": next(iter(numbers[1:]), None), "after": next(iter(numbers), None)}
        return said | {name: request.GET[name] for name in said if name in request.GET}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {
            "form": self.form,
            "compared": self.compared() if self.form.is_valid() else [],
            "can_compare": len(self.versions) > 1,
        }

    def compared(self) -> list[Beside]:
        by_number = {row.number: row for row in self.versions}
        before, after = (by_number[self.form.cleaned_data[name]] for name in ("before", "after"))
        return beside(before, after, texts_of(before), texts_of(after))
