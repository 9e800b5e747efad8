"""The text of a charter as it is printed: its rich text made HTML in one go, its clauses with the
mark that stands in their stars."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.safestring import SafeString, mark_safe
from wagtail.documents import get_document_model
from wagtail.rich_text import expand_db_html

from wagtail_prcouncil.charters.public.marks import mark_of
from wagtail_prcouncil.charters.texts import Clause
from wagtail_prcouncil.ui.languages import PageLanguage

_REFERENCE = re.compile(r"<(?:a|embed)\b[^>]*>")  # the tags that Wagtail rewrites
_BETWEEN = "<!--next-->"


@dataclass(frozen=True, slots=True)
class Provision:
    """A clause with its words as HTML. `mark` stands in its star."""

    clause: Clause
    mark: str
    text: SafeString
    note: SafeString
    rationale: SafeString
    parts: "tuple[Provision, ...]"

    @property
    def anchor(self) -> str:
        """As contents ask for it (components/toc.html)."""
        return self.clause.anchor

    @property
    def title(self) -> str:
        return self.clause.name()

    @property
    def heading_level(self) -> int:
        """Of its heading in the page, where the first level of clauses stands right below h1."""
        return self.clause.level + 1


@dataclass(frozen=True, slots=True)
class Appendix:
    """`url` is where its document is handed out, empty where it has none or the file is gone;
    `digest` is the SHA-256 that the file had when the text was adopted."""

    anchor: str
    title: str
    text: SafeString
    document_title: str
    digest: str
    url: str


class Provisions:
    """The words of a text with their links. Documents of appendices cost a query where there are
    any, and so does each sort of link."""

    def __init__(
        self,
        text: Mapping[str, Any],
        clauses: Sequence[Clause],
        language: PageLanguage,
    ) -> None:
        self._text, self._clauses, self._language = text, clauses, language

    @cached_property
    def _html(self) -> Iterator[SafeString]:
        """In the order in which `_sources` names them."""
        return iter(expanded(list(self._sources())))

    def _sources(self) -> Iterator[str]:
        yield self._text["preamble"]
        for first in self._clauses:
            for clause in first.walk():
                yield from (clause.text, clause.note, clause.rationale)
        yield from (row["text"] for row in self._text["appendices"])

    @cached_property
    def _all(self) -> "tuple[SafeString, tuple[Provision, ...], tuple[Appendix, ...]]":
        preamble = next(self._html)
        clauses = tuple(self._provision(clause) for clause in self._clauses)
        rows = enumerate(self._text["appendices"], 1)
        return preamble, clauses, tuple(self._appendix(number, row) for number, row in rows)

    @property
    def preamble(self) -> SafeString:
        return self._all[0]

    @property
    def clauses(self) -> tuple[Provision, ...]:
        """The first level."""
        return self._all[1]

    @property
    def appendices(self) -> tuple[Appendix, ...]:
        return self._all[2]

    @property
    def references(self) -> Sequence[Mapping[str, Any]]:
        """Each a title and an address, which may be empty."""
        found: Sequence[Mapping[str, Any]] = self._text["references"]
        return found

    def _provision(self, clause: Clause) -> Provision:
        text, note, rationale = next(self._html), next(self._html), next(self._html)
        parts = tuple(self._provision(part) for part in clause.parts)
        mark = mark_of(clause.label, self._language)
        return Provision(clause, mark, text, note, rationale, parts)

    def _appendix(self, number: int, row: Mapping[str, Any]) -> Appendix:
        return Appendix(
            f"appendix_{number}",
            row["title"],
            next(self._html),
            row["document_title"],
            row["document_sha256"],
            self._addresses.get(row["document"], ""),
        )

    @cached_property
    def _addresses(self) -> dict[int, str]:
        """Of documents, by key; Wagtail's view asks who may have them. One query where there are
        any."""
        keys = {row["document"] for row in self._text["appendices"]} - {None}
        rows = get_document_model().objects.filter(pk__in=keys) if keys else ()
        return {row.pk: row.url for row in rows}


def expanded(sources: Sequence[str]) -> list[SafeString]:
    """Rich text as Wagtail shows it, all of it at once: what refers to pages, clauses or documents
    is looked up together, the same reference once, however often it stands there."""
    tags = list(dict.fromkeys(tag for source in sources for tag in _REFERENCE.findall(source)))
    shown = expand_db_html(_BETWEEN.join(tags)).split(_BETWEEN)
    known = dict(zip(tags, shown, strict=False))
    html = (_REFERENCE.sub(lambda match: known[match[0]], source) for source in sources)
    return [mark_safe(part) for part in html]  # noqa: S308 - as Wagtail's own filter does
