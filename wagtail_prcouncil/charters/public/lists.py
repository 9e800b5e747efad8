"""Charters as lists show them: each by the version that holds, with who keeps it and who signed."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Subquery
from django.http import HttpRequest, QueryDict
from wagtail.models import Page

from wagtail_prcouncil.charters.models.charter import Charter
from wagtail_prcouncil.charters.models.queryset import CharterQuerySet, charter_lists, charter_pages
from wagtail_prcouncil.charters.public.held import held
from wagtail_prcouncil.charters.public.standings import TONES
from wagtail_prcouncil.charters.states import Kind, Standing
from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.councils.models.readable import in_readable_councils
from wagtail_prcouncil.persian.sorting import sort_key

if TYPE_CHECKING:
    from wagtail_prcouncil.charters.models import CharterIndexPage, CharterPage


@dataclass(frozen=True, slots=True)
class Entry:
    """A charter in a list. `version` is the one in force, else the last that was adopted, else
    None; it has its `signed`, how many signatures it has."""

    charter: Charter
    page: "CharterPage"
    title: str
    url: str
    version: Any

    @property
    def standing(self) -> Standing:
        return self.version.standing if self.version else Standing.DRAFT

    @property
    def tone(self) -> str:
        return TONES[self.standing]


@dataclass(frozen=True, slots=True)
class Group:
    """Charters of one kind."""

    kind: str
    label: str
    entries: list[Entry]


class CharterList:
    """Those of one council, by the key that all its languages share, else of all councils, in the
    language of `page`. Three queries, however many there are."""

    def __init__(self, page: Page, request: HttpRequest, council_key: UUID | None) -> None:
        self.page, self._request, self.council_key = page, request, council_key

    @classmethod
    def below(cls, page: "CharterIndexPage", request: HttpRequest) -> "CharterList":
        """Of a list of charters: those of the council above it."""
        above = CouncilPage.objects.ancestor_of(page).order_by("-depth")
        return cls(page, request, above.values_list("translation_key", flat=True).first())

    @cached_property
    def entries(self) -> list[Entry]:
        """By their names."""
        charters = {row.key: row for row in self._charters().select_related("council")}
        if not charters:
            return []
        pages = charter_pages().open(self.page.locale_id).without_aliases()  # of readable ones
        shown = pages.filter(translation_key__in=charters).defer_streamfields()
        keys = [row.pk for row in charters.values()]
        versions = held(self.page.locale.language_code, charter__in=keys)
        found = [
            self._entry(page, charters[page.translation_key], versions)
            for page in shown.select_related("picture")
        ]
        return sorted(found, key=lambda entry: (sort_key(entry.title), entry.page.pk))

    @property
    def url(self) -> str:
        """Of the council's list of charters, below its page; empty where it has none. It comes
        along with the charters."""
        path = next((entry.charter.list_path for entry in self.entries), None)
        if path is None:
            return ""
        return Page(url_path=path, locale=self.page.locale).get_url(self._request) or ""

    @cached_property
    def groups(self) -> list[Group]:
        """Kinds that there are, in a fixed order."""
        found = [
            Group(kind, str(kind.label), [e for e in self.entries if e.charter.kind == kind])
            for kind in Kind
        ]
        return [group for group in found if group.entries]

    def asked_for(self, asked: QueryDict) -> list[Group]:
        """Those of the kind that a reader asks for, else all."""
        kind = asked.get("kind")
        return [group for group in self.groups if group.kind == kind] or self.groups

    def _charters(self) -> CharterQuerySet:
        lists = charter_lists().right_below(self.page).readable().order_by("path")
        told = Charter.objects.readable().annotate(list_path=Subquery(lists.values("url_path")[:1]))
        if self.council_key is None:
            return told.filter(in_readable_councils("council"))
        return told.of_council_key(self.council_key)

    def _entry(self, page: "CharterPage", charter: Charter, versions: dict[int, Any]) -> Entry:
        version: Any = versions.get(charter.pk)
        title = (version.said if version else "") or page.title
        return Entry(charter, page, title, page.get_url(self._request) or "", version)
