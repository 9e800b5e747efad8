"""What narrows the news desk's list."""

from typing import Any

import django_filters
from django import forms
from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce, Lower
from django.http import HttpRequest, QueryDict
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django_filters.fields import ModelChoiceField
from wagtail.admin.views.pages.listing import PageFilterSet

from wagtail_prcouncil.directory.admin.filters import NamedFilter, provinces
from wagtail_prcouncil.directory.models import Agency
from wagtail_prcouncil.news import codes
from wagtail_prcouncil.news.admin.desk_states import DeskState, in_state
from wagtail_prcouncil.news.models import NewsPage, NewsQuerySet, SectionPage
from wagtail_prcouncil.ui.forms import TakesAnyKey
from wagtail_prcouncil.ui.jalali.filters import JalaliDateRangeFilter

INDENT = "\u2003"
LONGEST_KEY = 18
KEYED = {"section", "agency", "province", "owner", "edited_by", "site"}


def agencies_in_the_news(request: HttpRequest) -> QuerySet[Agency]:
    """Open or closed; the others of the register would narrow to nothing."""
    named = NewsPage.objects.exclude(agency=None).order_by().values("agency")
    return Agency.objects.filter(pk__in=named).by_name()


def sections_in_order(request: HttpRequest | None = None) -> QuerySet[SectionPage]:
    """Those that news are filed under, in tree order, each with `top_depth`, how deep the first of
    them lies. Asked for paths as they are, SQLite walks the path of every page of the site to find
    the few that are sections."""
    sections = SectionPage.objects.originals().order_by(Lower("path"))
    first = Subquery(sections.values("depth")[:1])
    return titled_as_read(sections).annotate(top_depth=first)


def titled_as_read(sections: QuerySet[SectionPage]) -> QuerySet[SectionPage]:
    """With `title_as_read`: in the editor's language where a section is translated into it."""
    spoken = SectionPage.objects.without_aliases().filter(
        translation_key=OuterRef("translation_key"), locale__language_code=get_language() or ""
    )
    title = Subquery(spoken.order_by().values("title")[:1])
    return sections.annotate(title_as_read=Coalesce(title, "title"))


class SectionField(TakesAnyKey, ModelChoiceField):
    """A section, set in by how deep it lies."""

    def label_from_instance(self, section: SectionPage) -> str:
        return f"{INDENT * (section.depth - section.top_depth)}{section.title_as_read}"


class SectionFilter(django_filters.ModelChoiceFilter):
    """News of a section and of those below it."""

    field_class = SectionField

    def filter(self, pages: NewsQuerySet, section: SectionPage | None) -> NewsQuerySet:
        if section is None:
            return pages
        return pages.in_sections(SectionPage.objects.family_ids([section])[section.pk])


def _without_endless_numbers(data: QueryDict) -> QueryDict:
    """SQLite breaks at a number longer than any key: the lists of owners and sites hand it on."""
    kept = data.copy()
    for name in KEYED & set(data):
        values = data.getlist(name)
        kept.setlist(name, [text for text in values if len(text) <= LONGEST_KEY])
    return kept


class NewsFilterSet(PageFilterSet):
    """By code and status, where an item is filed, whose it is and when it came out."""

    code = django_filters.CharFilter(
        label=_("News code"),
        method="by_code",
        widget=forms.TextInput(attrs={"inputmode": "numeric", "dir": "ltr"}),
    )
    state = django_filters.ChoiceFilter(
        label=_("Status"),
        choices=DeskState.choices,
        widget=forms.RadioSelect,
        empty_label=_("All"),
        method="by_state",
    )
    section = SectionFilter(label=_("Section"), queryset=sections_in_order, empty_label=_("All"))
    agency = NamedFilter(label=_("Agency"), queryset=agencies_in_the_news)
    province = NamedFilter(label=_("Province"), queryset=provinces)
    published_at = JalaliDateRangeFilter(label=_("Published"))
    latest_revision_created_at = JalaliDateRangeFilter(label=_("Changed"))
    has_child_pages = None  # an item has none

    def __init__(self, data: QueryDict | None = None, *args: Any, **kwargs: Any) -> None:
        super().__init__(data and _without_endless_numbers(data), *args, **kwargs)

    class Meta(PageFilterSet.Meta):
        model = NewsPage

    def by_code(self, pages: NewsQuerySet, name: str, typed: str) -> NewsQuerySet:
        """In any digits; what is no code is nobody's."""
        number = codes.parse(typed.strip())
        return pages.none() if number is None else pages.with_code(number)

    def by_state(self, pages: NewsQuerySet, name: str, state: str) -> NewsQuerySet:
        return in_state(pages, state)
