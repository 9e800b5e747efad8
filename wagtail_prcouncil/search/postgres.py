"""The folding backend on PostgreSQL: text search over the index's tsvector columns.

`title || body` has a GIN index of ours (migration 0001); without it each search reads all entries.
"""

from functools import reduce
from typing import Any

from django.contrib.postgres.search import SearchQuery
from django.db.models import F, QuerySet
from modelsearch.backends.database.postgres.postgres import (
    IndexEntry,
    ObjectIndexer,
    PostgresAutocompleteQueryCompiler,
    PostgresIndex,
    PostgresSearchBackend,
    PostgresSearchQueryCompiler,
    PostgresSearchResults,
)
from modelsearch.utils import get_descendants_content_types_pks

from wagtail_prcouncil.search.folding import FoldingIndex
from wagtail_prcouncil.search.matching import (
    RANKED,
    FoldingBackend,
    FoldingCompiler,
    FoldingResults,
    Hit,
)
from wagtail_prcouncil.search.notation import tsquery
from wagtail_prcouncil.search.widening import Spelled


class FoldingPostgresIndex(FoldingIndex, PostgresIndex):
    object_indexer = ObjectIndexer


class FoldingPostgresCompiler(FoldingCompiler, PostgresSearchQueryCompiler):
    """Whole words."""

    def build_tsquery_content(
        self, query: Any, config: str | None = None, invert: bool = False
    ) -> Any:
        if isinstance(query, Spelled):
            text = tsquery(query, is_open=self.LAST_TERM_IS_PREFIX)
            return SearchQuery(text, search_type="raw", config=config, invert=invert)
        return super().build_tsquery_content(query, config=config, invert=invert)

    def get_search_vectors(self, search_query: Any) -> list[tuple[F, float]]:
        return [(F(column), 1.0) for column in self.columns]

    def entries(self, config: str | None) -> QuerySet[Any]:
        vectors = [F(column) for column in self.columns]
        searched = reduce(lambda one, other: one._combine(other, "||", False), vectors)
        models = get_descendants_content_types_pks(self.queryset.model)
        return (
            IndexEntry.objects.filter(content_type__in=models)
            .annotate(_searched=searched)
            .filter(_searched=self.build_tsquery(self.query, config=config))
        )

    def newest(self, config: str | None) -> list[Hit]:
        # Two statements: in one, PostgreSQL may rank all matches before it takes the newest.
        newest = list(self.matches(config).values_list("pk", flat=True)[:RANKED])
        score = self._build_rank_expression(self.get_search_vectors(None), config)
        scored = IndexEntry.objects.filter(pk__in=newest).annotate(score=score)
        return [Hit(*row) for row in scored.values_list("pk", "object_id", "score")]


class FoldingPostgresAutocompleteCompiler(
    FoldingPostgresCompiler, PostgresAutocompleteQueryCompiler
):
    """Words whose last may be unfinished; the index keeps one column for all such fields."""

    columns = ["autocomplete"]


class FoldingPostgresResults(FoldingResults, PostgresSearchResults):
    pass


class FoldingPostgresBackend(FoldingBackend, PostgresSearchBackend):
    """Unlike the stock backend it does not stem unless SEARCH_CONFIG says so: the database's
    default configuration depends on the locale of the machine that created it.
    """

    index_class = FoldingPostgresIndex
    query_compiler_class = FoldingPostgresCompiler
    autocomplete_query_compiler_class = FoldingPostgresAutocompleteCompiler
    results_class = FoldingPostgresResults

    def __init__(self, params: dict[str, Any]) -> None:
        super().__init__({"SEARCH_CONFIG": "simple"} | params)
