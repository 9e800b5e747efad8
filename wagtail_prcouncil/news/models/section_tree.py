"""All sections of the site in one look: few enough to be read whole, asked for in several ways."""

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from wagtail.models import Page

from wagtail_prcouncil.pages.originals import default_language
from wagtail_prcouncil.pages.privacy import private_paths
from wagtail_prcouncil.ui.rows import PageRows

if TYPE_CHECKING:
    from wagtail_prcouncil.news.models.listing import SectionQuerySet


class SectionRow(NamedTuple):
    """A section as it stands in the tree, in one language."""

    pk: int
    path: str
    title: str
    url_path: str
    translation_key: object
    language: str
    live: bool

    def is_child_of(self, path: str) -> bool:
        return self.path.startswith(path) and len(self.path) == len(path) + Page.steplen


class SectionTree:
    """Sections but no aliases of them, in the order of the tree. One query."""

    def __init__(self, sections: "SectionQuerySet") -> None:
        columns = ("pk", "path", "title", "url_path", "translation_key")
        rows = sections.without_aliases().order_by("pk")
        read = rows.values_list(*columns, "locale__language_code", "live")
        self._sections = sections
        self._by_age = [SectionRow(*row) for row in read]
        self.rows = sorted(self._by_age, key=lambda row: row.path)

    @cached_property
    def _readable(self) -> list[SectionRow]:
        """As `.readable()` has it."""
        private = private_paths()
        return [row for row in self.rows if row.live and not any(map(row.path.startswith, private))]

    @cached_property
    def _originals(self) -> dict[object, int]:
        """By translation key, as `original` has it: the one in the default language, else the
        oldest."""
        default = default_language()
        ranked = sorted(self._by_age, key=lambda row: row.language != default)
        return {row.translation_key: row.pk for row in reversed(ranked)}

    def family_ids(self, path: str) -> list[int]:
        """Ids of the originals of the section at `path` and those below it: news are filed under
        originals (rule A18), whichever language they are in."""
        return [
            self._originals[row.translation_key]
            for row in self._by_age
            if row.path.startswith(path)
        ]

    def original_id(self, section: Page) -> int:
        return self._originals.get(section.translation_key, section.pk)

    def original_paths(self, ids: Iterable[int]) -> dict[int, str]:
        """By the ids of sections in any language, where their originals stand in the tree. An alias
        stands for what it mirrors, at the cost of a query more."""
        rows = {row.pk: row for row in self.rows}
        known = {pk: pk for pk in ids}
        if not known.keys() <= rows.keys():
            others = self._sections.filter(pk__in=known.keys() - rows.keys()).order_by()
            known |= dict(others.values_list("pk", "alias_of_id"))
        return {
            pk: rows[self._originals[rows[own].translation_key]].path
            for pk, own in known.items()
            if own in rows
        }

    def directly_below(self, path: str) -> PageRows:
        """The readable sections right below a page, for a list that is kept."""
        found = [row for row in self._readable if row.is_child_of(path)]
        return PageRows(found, self._sections.all)

    def titles(self, original_ids: Iterable[int], language: str) -> dict[int, str]:
        """Titles of readable sections by the ids of their originals: in a language, or else as
        the original has it. Those that readers may see in neither are left out."""
        here = {
            row.translation_key: row.title for row in self._readable if row.language == language
        }
        filed = {row.pk: row.translation_key for row in self._by_age}
        own = {row.pk: row.title for row in self._readable}
        found = {pk: here.get(filed.get(pk)) or own.get(pk) for pk in original_ids}
        return {pk: title for pk, title in found.items() if title}
