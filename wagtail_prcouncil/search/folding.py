"""The index side: what is written of an object, and which words a text is.

A word is a folded word (`persian.text.fold`): the same function reads documents and queries, so
that spellings of one word meet. A lone «ی» is dropped on both sides: «خانه‌ی ما» is «خانهٔ ما».
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from django.db.models import Model
from modelsearch.index import AutocompleteField, SearchField

from wagtail_prcouncil.persian.letters import ZWNJ
from wagtail_prcouncil.persian.text import canonical, fold

# PostgreSQL refuses a document of more than 1 MiB of different words; a letter is two bytes.
LONGEST_INDEXED_TEXT = 200_000
_EZAFE = "ی"
_LONGEST_KEPT = 60  # characters; longer groups are no words, and would fill the memory


def words(text: str) -> list[str]:
    """The folded words of a text, in order."""
    return [word for word in fold(text).split() if word != _EZAFE]


def half_spaced(text: str) -> Iterator[tuple[list[str], list[str]]]:
    """Each group of half-spaced words: as folded, apart, and as it reads without half-spaces."""
    for group in text.split():
        if ZWNJ in group or "¬" in group:  # canonical() reads the old sign as a half-space
            read = _spellings if len(group) <= _LONGEST_KEPT else _spellings.__wrapped__
            apart, joined = read(group)
            if joined:
                yield [*apart], [*joined]


# The same few thousand groups make up most of what an institution writes.
@lru_cache(maxsize=20_000)
def _spellings(group: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    kept = canonical(group)
    if ZWNJ not in kept:
        return (), ()
    return tuple(words(kept)), tuple(words(kept.replace(ZWNJ, "")))


def indexed_text(text: str) -> str:
    """What the index keeps of a text: its words, then the joined spellings of half-spaced ones.

    A half-space is the writer's own word that the parts are one, so «می‌رود» is found as «میرود»
    however short it is.
    """
    text = text[:LONGEST_INDEXED_TEXT]
    found = words(text)
    seen = set(found)
    for _apart, joined in half_spaced(text):
        found += (word for word in joined if word not in seen)
        seen.update(joined)
    return " ".join(found)


class FoldingIndex:
    """Writes folded documents. A vendor's subclass names its `object_indexer`."""

    backend: Any
    object_indexer: Any

    def add_items(self, model: type[Model], objs: Iterable[Model]) -> None:
        documents = [FoldedDocument(self.object_indexer(obj, self.backend)) for obj in objs]
        super().add_items(model, documents)

    def _refresh_title_norms(self, full: bool = False) -> None:
        """Nothing: the average length of all titles would be computed anew at each save, and our
        scores do without it.
        """


class FoldedDocument:
    """An object as modelsearch's indexers read it: its key, and fields that hold folded text.

    `indexer` is the vendor's own ObjectIndexer of the object: it follows relations and turns
    values into text, once, while the indexers that write ask for each field up to five times.
    """

    def __init__(self, indexer: Any) -> None:
        self.pk = indexer.obj.pk
        self._fields = list(_folded_fields(indexer))

    def get_search_fields(self) -> "list[FoldedField | FoldedAutocompleteField]":
        return self._fields


class FoldedField(SearchField):
    """A text already read and folded, in the place of the field that it comes from."""

    def __init__(self, source: Any, text: str) -> None:
        super().__init__(source.field_name, boost=source.boost)
        self.text = text

    def get_value(self, obj: object) -> str:
        return self.text


class FoldedAutocompleteField(AutocompleteField):
    """The same for a field that is searched while the reader types."""

    def __init__(self, source: Any, text: str) -> None:
        super().__init__(source.field_name)
        self.text = text

    def get_value(self, obj: object) -> str:
        return self.text


def _folded_fields(indexer: Any) -> Iterable[FoldedField | FoldedAutocompleteField]:
    for field in indexer.search_fields:
        # (field, text) on SQLite, (field, weight, text) on PostgreSQL; nothing for filter fields.
        for source, *_weight, text in indexer.prepare_field(indexer.obj, field):
            kind = FoldedField if isinstance(source, SearchField) else FoldedAutocompleteField
            yield kind(source, indexed_text(text))
