"""A list of news as its reader asked for it: a window of it, and the ways on."""

import datetime as dt
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from django.forms import HiddenInput, Media
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from wagtail_prcouncil import conf
from wagtail_prcouncil.directory.models import Province
from wagtail_prcouncil.news import models
from wagtail_prcouncil.news.models.queryset import NewsQuerySet
from wagtail_prcouncil.news.public.archive import Archive, Span, calendar_of
from wagtail_prcouncil.news.public.narrowing import MOST_FOUND, Narrowing
from wagtail_prcouncil.news.public.question import NewsQuestion
from wagtail_prcouncil.news.public.tallies import Tallies
from wagtail_prcouncil.pages.facets import Facets
from wagtail_prcouncil.pages.keyset import Position, Window, is_beginning, window
from wagtail_prcouncil.pages.privacy import private_paths
from wagtail_prcouncil.ui.keeping import Parts
from wagtail_prcouncil.ui.renditions import TEASER
from wagtail_prcouncil.ui.rows import PageRows

if TYPE_CHECKING:
    from wagtail_prcouncil.news.models.listing import ListingMixin

INDEXED = ("section", "agency", "province", "council", "tag")
"""A list with one of these alone has an address for search engines."""


class Chip(NamedTuple):
    """One thing that was asked for, and the query without it."""

    words: str
    query: str


class NewsList:
    """What a list of news answers. Reads each of its parts once, when a template asks."""

    def __init__(
        self, page: "ListingMixin", asked: QueryDict, *, may_be_kept: bool = False
    ) -> None:
        self.page = page
        self.asked = asked
        self._may_be_kept = may_be_kept
        self.narrowing = Narrowing(asked, page.locale, page.news())

    @cached_property
    def window(self) -> Window:
        """The items shown. Raises Http404 for a position that cannot be read."""
        return shown(self.narrowing.news(), self.asked, kept=self.narrowing.query_string())

    @property
    def is_narrow(self) -> bool:
        return self.narrowing.is_narrow

    @property
    def about(self) -> Facets | None:
        """The one agency, province or council whose news of the whole index these are; None of
        any other list."""
        chosen = self.narrowing.chosen
        if self.narrowing.errors or isinstance(self.page, models.SectionPage) or len(chosen) != 1:
            return None
        if "council" in chosen:
            return Facets(council_ids=(chosen["council"].pk,))
        if not chosen.keys() & {"agency", "province"}:
            return None
        return Facets(**{f"{name}_id": row.pk for name, row in chosen.items()})

    @property
    def is_first(self) -> bool:
        """Whether this is the list's beginning."""
        return is_beginning(self.asked)

    @cached_property
    def sections(self) -> PageRows:
        """Where a reader may go to from here."""
        return self.page.sections()

    @cached_property
    def tallies(self) -> Tallies:
        return Tallies(
            self.narrowing, calendar_of(self.page), self.page.section_tree, self.provinces
        )

    @property
    def most(self) -> int:
        """So many of what was found are counted."""
        return MOST_FOUND

    @cached_property
    def total(self) -> int | None:
        """How many there are; None where there are more than `most`."""
        return self.kept.part("total", lambda: self.tallies.total)

    @cached_property
    def kept(self) -> Parts:
        """What is made of the list besides its items: kept while its months and sections are the
        same, and the counts of a list that search engines know while nothing is published,
        withdrawn or made private. Names of agencies, provinces, councils and tags, and who sits
        in a council, lag by a minute."""
        is_kept = self._may_be_kept and self.canonical_query is not None
        return Parts("news_list", self._state if is_kept else None)

    @property
    def _state(self) -> object:
        page = self.page
        shown: object = None
        if self.is_narrow:
            shown = self.canonical_query, page.standing.last_publication
        elif self.archive:
            shown = self.archive.year, self.archive.months
        place = page.pk, page.url_path, Site.get_site_root_paths(), private_paths()
        return *place, self.sections.read, shown

    @property
    def media(self) -> Media:
        """Of the form, which need not be filled in for it."""
        return self.narrowing.form.media

    @property
    def chips(self) -> list[Chip]:
        """What was asked for, each with the way back from it."""
        asked = self.narrowing
        return [
            Chip(asked.words(name), f"?{asked.query_string(**{name: None})}")
            for name in asked.chosen
        ]

    @cached_property
    def form(self) -> NewsQuestion:
        """With sections, provinces and councils to choose from. What is chosen by a link, and not
        here, goes along unseen."""
        form, chosen = self.narrowing.form, self.narrowing.chosen
        typed = self.asked.copy()
        if section := chosen.get("section"):
            typed["section"] = str(section.pk)
        if province := chosen.get("province"):
            typed["province"] = province.slug
        if council := chosen.get("council"):
            typed["council"] = str(council.pk)
        if tag := chosen.get("tag"):
            typed["tag"] = tag.slug
        if "agency" in chosen:
            typed["agency"] = chosen["agency"].code
            form.fields["agency"].widget = HiddenInput()
        form.data = typed
        sections = self._narrower_sections
        language = self.page.locale.language_code
        provinces = [(province.slug, province.name_in(language)) for province in self.provinces]
        form.fields["section"].widget.choices = [("", _("All sections")), *sections]
        form.fields["province"].widget.choices = [("", _("All provinces")), *provinces]
        form.fields["council"].widget.choices = [("", _("All councils")), *form.councils.items()]
        for name, offered in (("section", sections), ("council", form.councils)):
            if not offered:
                form.fields[name].widget = HiddenInput()
        return form

    @property
    def _narrower_sections(self) -> list[tuple[int, str]]:
        """A section is narrowed by those below it, not by those beside it."""
        above = len(self.page.path) if isinstance(self.page, models.SectionPage) else 0
        found = {row.pk: row.title for row in self.sections.rows if len(row.path) > above}
        if chosen := self.narrowing.chosen.get("section"):
            found[chosen.pk] = chosen.title
        return list(found.items())

    @cached_property
    def provinces(self) -> list[Province]:
        """In the order of the reader's alphabet."""
        language = self.page.locale.language_code
        found = list(Province.objects.by_name())
        return found if language == "fa" else sorted(found, key=lambda row: row.name_in(language))

    @cached_property
    def archive(self) -> Archive | None:
        """The year that the first item shown is of."""
        rows = self.window.items.rows
        if not rows:
            return None
        year, _month = calendar_of(self.page).month_of(rows[0].published_at)
        return Archive(self.page, year, is_aside=True)

    @property
    def feed_query(self) -> str:
        """What follows the address of a feed of this very list."""
        name = "section" if isinstance(self.page, models.SectionPage) else "index"
        if name in self.narrowing.chosen:
            return self.narrowing.query_string()
        return self.narrowing.query_string(**{name: self.page})

    @property
    def canonical_query(self) -> str | None:
        """What follows the list's address in that by which search engines know this answer; None
        where they should pass it by."""
        chosen = self.narrowing.chosen
        if self.narrowing.errors or len(chosen) > 1 or not set(chosen) <= set(INDEXED):
            return None
        return f"?{self.narrowing.query_string()}" if chosen else ""


def shown(
    news: NewsQuerySet, asked: QueryDict, *, kept: str = "", span: Span | None = None
) -> Window:
    """The window of some news that a request asks for, with pictures; none but those of `span`
    where one is given. Two queries; two more when it is rendered anew. Raises Http404 for a
    position that cannot be read."""
    if span is not None:
        news = news.between(*_bounds(span, asked))
    elif not {"before", "after"} & asked.keys():
        news = news.published()
    size = conf.news_page_size()
    found = window(news.card_rows(), asked, field=news.time_field, size=size, kept=kept)
    found.items = news.cards(found.items, *TEASER.specs)
    return found


def _bounds(span: Span, asked: QueryDict) -> tuple[dt.datetime | None, dt.datetime | None]:
    """Those of a span that a position within it leaves open: of two on one side SQLite would take
    the first, and read all news between it and the position (`NewsQuerySet.published`)."""
    start, end = span
    if "after" in asked:
        return (None if Position.parse(str(asked["after"])).at >= start else start), end
    if "before" in asked:
        return start, (None if Position.parse(str(asked["before"])).at < end else end)
    return span
