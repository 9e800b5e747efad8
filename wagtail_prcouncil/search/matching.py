"""How a search is answered: object ids from the index first, objects by primary key after.

modelsearch joins the index to the objects and ranks every match in the join: a common word costs
seconds on PostgreSQL, and a subquery for each match on SQLite. Here the index alone says which
objects match, and only the newest `RANKED` matches are ranked; older ones follow by age. No match
is lost.

The classes are mixed in before those of a vendor, whose modules say how an index is matched.
"""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from django.db.models import Exists, Field, FloatField, OuterRef, QuerySet, Value
from django.db.models.functions import Cast
from modelsearch.backends.base import EmptySearchResults
from modelsearch.query import Fuzzy, MatchAll, Not, PlainText

from wagtail_prcouncil.search.widening import widen

RANKED = 1000
_FETCHED_AT_ONCE = 500  # primary keys in one IN (…): SQLite bounds a statement's parameters


class Hit(NamedTuple):
    """An index entry that matches; the greater the score, the better the match."""

    entry_id: int
    object_id: str
    score: float


class FoldingCompiler:
    """Matches a widened query against the index alone.

    A vendor's subclass gives `entries()` and `newest()`; `object_id` is the path from a row of
    `entries()` to the key of its object.
    """

    queryset: QuerySet[Any]
    query: Any
    fields: list[str] | None
    order_by_relevance: bool
    object_id = "object_id"

    def entries(self, config: str | None) -> QuerySet[Any]:
        """The index entries of the searched models that match."""
        raise NotImplementedError

    def newest(self, config: str | None) -> list[Hit]:
        """The `RANKED` newest matches in the queryset, scored, in any order."""
        raise NotImplementedError

    @property
    def columns(self) -> list[str]:
        """Where to look. The index keeps titles apart and all other fields together: a search
        with `fields=["intro"]` looks in every field but the title.
        """
        if self.fields is None:
            return ["title", "body"]
        return sorted({"title" if name == "title" else "body" for name in self.fields})

    @property
    def is_answered_by_index(self) -> bool:
        """Whether the index holds the answer; else it is the vendor's own way: everything,
        nothing, or similar words.
        """
        inner = self.query.subquery if isinstance(self.query, Not) else self.query
        return not isinstance(inner, (MatchAll, Fuzzy))

    @property
    def is_ranked(self) -> bool:
        return self.order_by_relevance and self.is_answered_by_index

    def matches(self, config: str | None) -> QuerySet[Any]:
        """The matching entries whose objects are in the queryset, newest entry first."""
        held = self.queryset.order_by().filter(pk=Cast(OuterRef(self.object_id), self._key()))
        return self.entries(config).filter(Exists(held)).order_by("-pk")

    def hits(self, config: str | None, start: int, stop: int | None) -> list[Hit]:
        """A slice of the matches: the newest by score, those behind them by age."""
        ranked: list[Hit] = []
        if start < RANKED:
            ranked = sorted(self.newest(config), key=lambda hit: (-hit.score, -hit.entry_id))
            if len(ranked) < RANKED or (stop is not None and stop <= RANKED):
                return ranked[start:stop]
        older = self.matches(config).values_list("pk", self.object_id)
        behind = older[max(start, RANKED) : stop]
        return ranked[start:] + [Hit(entry_id, object_id, 0.0) for entry_id, object_id in behind]

    def search(
        self,
        config: str | None,
        start: int,
        stop: int | None,
        score_field: str | None = None,
        **options: Any,
    ) -> QuerySet[Any]:
        """The matching objects as a queryset, unranked: to count, to order by a field."""
        if not self.is_answered_by_index:
            return super().search(config, start, stop, score_field, **options)
        queryset = self.matched(config)
        if self.order_by_relevance or not queryset.query.order_by:
            queryset = queryset.order_by("-pk")
        if score_field is not None:
            queryset = queryset.annotate(**{score_field: Value(None, output_field=FloatField())})
        return queryset[start:stop]

    def matched(self, config: str | None) -> QuerySet[Any]:
        return self.queryset.filter(pk__in=self.keys(config))

    def keys(self, config: str | None) -> QuerySet[Any]:
        """The primary keys of the matching objects, as a subquery."""
        key = Cast(self.object_id, self._key())
        return self.entries(config).annotate(_key=key).values("_key")

    def _key(self) -> Field[Any, Any]:
        """A field of the type of the searched model's primary key, which a page type inherits."""
        field: Any = self.queryset.model._meta.pk
        while field.remote_field:
            field = field.target_field
        return type(field)()


class FoldingResults:
    """Objects in the order of the hits, fetched by primary key."""

    backend: Any
    query_compiler: Any
    start: int
    stop: int | None
    _score_field: str | None

    def newest_keys(self, limit: int) -> list[str]:
        """Primary keys, as text, of the matches indexed last. The work is that of `limit` matches,
        not of all: reading stops there.
        """
        compiler = self.query_compiler
        matches = compiler.matches(compiler.get_config(self.backend))
        return list(matches.values_list(compiler.object_id, flat=True)[:limit])

    def _do_search(self) -> Iterable[Any]:
        compiler = self.query_compiler
        if not compiler.is_ranked:
            return super()._do_search()
        hits = compiler.hits(compiler.get_config(self.backend), self.start, self.stop)
        return list(self._objects(hits))

    def _objects(self, hits: list[Hit]) -> Iterator[Any]:
        queryset = self.query_compiler.queryset.order_by()
        for first in range(0, len(hits), _FETCHED_AT_ONCE):
            part = hits[first : first + _FETCHED_AT_ONCE]
            found = queryset.filter(pk__in=[hit.object_id for hit in part])
            by_key = {str(item.pk): item for item in found}
            for hit in part:
                if item := by_key.get(hit.object_id):  # gone since the index was read
                    if self._score_field is not None:
                        setattr(item, self._score_field, hit.score)
                    yield item


class FoldingBackend:
    """Folds and widens what is asked, before a compiler sees it."""

    def _search(
        self,
        query_compiler_class: Any,
        query: Any,
        model_or_queryset: Any,
        operator: str | None = None,
        **options: Any,
    ) -> Any:
        if isinstance(query, str):
            query = PlainText(query, operator=operator or "and")
        widened = widen(query)
        if widened is None:
            return EmptySearchResults()
        return super()._search(
            query_compiler_class, widened, model_or_queryset, operator=operator, **options
        )
