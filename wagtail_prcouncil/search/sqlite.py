"""The folding backend on SQLite: the FTS5 table that modelsearch keeps beside its index."""

from typing import Any

from django.db.models import FloatField, Func, QuerySet, Value
from modelsearch.backends.database.sqlite.query import (
    MatchExpression,
    SearchQueryExpression,
    SearchQueryField,
    normalize,
)
from modelsearch.backends.database.sqlite.sqlite import (
    ObjectIndexer,
    SQLiteAutocompleteQueryCompiler,
    SQLiteFTSIndexEntry,
    SQLiteIndex,
    SQLiteSearchBackend,
    SQLiteSearchQueryCompiler,
    SQLiteSearchResults,
)
from modelsearch.query import Not
from modelsearch.utils import get_descendants_content_types_pks

from wagtail_prcouncil.search.folding import FoldingIndex
from wagtail_prcouncil.search.matching import (
    RANKED,
    FoldingBackend,
    FoldingCompiler,
    FoldingResults,
    Hit,
)
from wagtail_prcouncil.search.notation import match_string
from wagtail_prcouncil.search.widening import Spelled

# In the order of the table's columns: autocomplete repeats the title, a title counts double.
_WEIGHTS = "0.0, 1.0, 2.0"


class _Score(Func):
    """FTS5's rank, which calls the best match the least number, turned round."""

    template = f"-bm25({SQLiteFTSIndexEntry._meta.db_table}, {_WEIGHTS})"
    output_field = FloatField()


class FoldingSQLiteIndex(FoldingIndex, SQLiteIndex):
    object_indexer = ObjectIndexer


class FoldingSQLiteCompiler(FoldingCompiler, SQLiteSearchQueryCompiler):
    """Whole words."""

    object_id = "index_entry__object_id"

    def build_search_query_content(self, query: Any, config: None = None) -> Any:
        if isinstance(query, Spelled):
            text = match_string(query, is_open=self.LAST_TERM_IS_PREFIX)
            return SearchQueryExpression(Value(text, output_field=SearchQueryField()))
        return super().build_search_query_content(query, config=config)

    @property
    def is_negated(self) -> bool:
        return isinstance(normalize(self.query), Not)

    @property
    def is_ranked(self) -> bool:
        return super().is_ranked and not self.is_negated

    def entries(self, config: str | None) -> QuerySet[Any]:
        """Of a negated query, the entries that match what it excludes: FTS5 only combines."""
        query = normalize(self.query)
        wanted = query.subquery if self.is_negated else query
        models = get_descendants_content_types_pks(self.queryset.model)
        return SQLiteFTSIndexEntry.objects.filter(
            MatchExpression(self.columns, self.build_search_query(wanted)),
            index_entry__content_type__in=models,
        )

    def matched(self, config: str | None) -> QuerySet[Any]:
        if self.is_negated:
            return self.queryset.exclude(pk__in=self.keys(config))
        return super().matched(config)

    def newest(self, config: str | None) -> list[Hit]:
        scored = self.matches(config).annotate(score=_Score())
        rows = scored.values_list("pk", self.object_id, "score")[:RANKED]
        return [Hit(*row) for row in rows]


class FoldingSQLiteAutocompleteCompiler(FoldingSQLiteCompiler, SQLiteAutocompleteQueryCompiler):
    """Words whose last may be unfinished; the index keeps one column for all such fields."""

    columns = ["autocomplete"]


class FoldingSQLiteResults(FoldingResults, SQLiteSearchResults):
    pass


class FoldingSQLiteBackend(FoldingBackend, SQLiteSearchBackend):
    index_class = FoldingSQLiteIndex
    query_compiler_class = FoldingSQLiteCompiler
    autocomplete_query_compiler_class = FoldingSQLiteAutocompleteCompiler
    results_class = FoldingSQLiteResults
