"""What a reader asked for, as news: the one narrowing behind lists, search, feeds and their counts.

It knows no HTML and no page: whoever shows the news says how.
"""

import datetime as dt
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.forms.utils import ErrorDict
from django.http import QueryDict
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page
from wagtail.search.backends import get_search_backend

from wagtail_prcouncil.directory.models.named import Named
from wagtail_prcouncil.news import codes, models
from wagtail_prcouncil.news.models.queryset import NewsQuerySet
from wagtail_prcouncil.news.public.question import ORDER, NewsQuestion, in_address
from wagtail_prcouncil.news.public.sites import news_in
from wagtail_prcouncil.pages.facets import agencies_in
from wagtail_prcouncil.persian.jalali import TEHRAN
from wagtail_prcouncil.ui.dates import displayed
from wagtail_prcouncil.ui.languages import PageLanguage

MOST_FOUND = 1000
"""Of words that stand in more news, those that were indexed last are taken."""


class Narrowing:
    """The news that `asked` (a request's GET) asks for, in one language, among those `within`: the
    readable news of a site, an index or a section; None for all there are.

    What cannot be understood is told in `errors` and finds nothing: a feed of an unknown agency is
    empty, not the feed of all.
    """

    def __init__(
        self, asked: QueryDict, locale: Locale, within: NewsQuerySet | None = None
    ) -> None:
        self.locale = locale
        self.within = within
        self.form = NewsQuestion(asked, locale)

    @cached_property
    def chosen(self) -> dict[str, Any]:
        """Words, rows and days by the name of their field, in the order of addresses."""
        return self.form.chosen

    @property
    def errors(self) -> ErrorDict:
        """Sentences by the name of the field."""
        return self.form.errors

    @property
    def is_narrow(self) -> bool:
        """Whether anything was asked for, sensible or not."""
        return bool(self.chosen or self.errors)

    @property
    def code(self) -> int | None:
        """The number, where the words are one: a news code before it is anything else."""
        return codes.parse(self.chosen.get("q", ""))

    @cached_property
    def title(self) -> str:
        """What was asked for, in words of the list's language: «سد، استان‌ها، از ۱ آذر ۱۴۰۵»."""
        return _(", ").join(self.words(name) for name in self.chosen)

    def words(self, name: str) -> str:
        """One of `chosen` in words."""
        value = self.chosen[name]
        if isinstance(value, Named):
            return value.name_in(self.locale.language_code)
        if isinstance(value, dt.date):
            language = PageLanguage(self.locale.language_code, self.locale.is_bidi)
            day = displayed(value, "short", language)
            return (_("from %(day)s") if name == "from" else _("to %(day)s")) % {"day": day}
        return str(value.title if isinstance(value, Page) else value)

    def query_string(self, **changed: object) -> str:
        """The one way to ask for this, without a question mark: ASCII, fields in their order.

        `changed` puts other values, rows or days in the place of those chosen; None takes one away.
        """
        wanted = self._named | {
            name: value and in_address(value) for name, value in changed.items()
        }
        return urlencode([(name, wanted[name]) for name in ORDER if wanted.get(name)])

    @cached_property
    def _named(self) -> dict[str, Any]:
        return {name: in_address(value) for name, value in self.chosen.items()}

    def news(self) -> NewsQuerySet:
        """Readable and in no order yet; of words, the `MOST_FOUND` and one more that were indexed
        last. Without a bound in time: whoever lists them sets one, or says `published()`."""
        if self.errors:
            return models.NewsPage.objects.none()
        if "q" in self.chosen:
            return models.NewsPage.objects.filter(pk__in=self.matching)
        return self._by_facts

    @cached_property
    def matching(self) -> list[int]:
        """Keys of the news that hold the words in any spelling; bounded, however common they
        are."""
        limit = MOST_FOUND + 1
        searched = self._by_facts
        if "tag" in self.chosen:
            # A search cannot follow links: it looks through what the tag was last given to.
            latest = searched.newest_first().values_list("pk", flat=True)[:limit]
            searched = models.NewsPage.objects.filter(pk__in=list(latest))
        results = get_search_backend().search(self.chosen["q"], searched)
        if hasattr(results, "newest_keys"):  # our own backend's, without the rows
            return [int(key) for key in results.newest_keys(limit)]
        return [page.pk for page in results[:limit]]

    @property
    def _by_facts(self) -> NewsQuerySet:
        """All that was asked for but the words."""
        found, chosen = self.within, self.chosen
        if found is None:
            found = news_in(self.locale)
        if "index" in chosen:
            found = found.child_of(chosen["index"])
        if "section" in chosen:
            families = models.SectionPage.objects.family_ids([chosen["section"]])
            found = found.in_sections(families[chosen["section"].pk])
        if "agency" in chosen:
            found = found.for_agency(chosen["agency"].pk)
        if "province" in chosen:
            found = found.for_province(chosen["province"].pk)
        if "council" in chosen:
            found = found.for_agencies(self._seated)
        if "tag" in chosen:
            found = found.tagged(chosen["tag"].pk)
        first, last = chosen.get("from"), chosen.get("to")
        if first or last:
            found = found.between(first and midnight(first), last and midnight(last, after=1))
        return found

    @cached_property
    def _seated(self) -> set[int]:
        """The agencies that sit in the council chosen, today."""
        key = self.chosen["council"].pk
        return agencies_in([key]).get(key, set())


def midnight(day: dt.date, *, after: int = 0) -> dt.datetime:
    """When a day begins in Tehran, or one some days `after` it, in UTC."""
    first = dt.datetime.combine(day + dt.timedelta(days=after), dt.time(), TEHRAN)
    return first.astimezone(dt.UTC)
