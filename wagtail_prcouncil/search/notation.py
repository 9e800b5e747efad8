"""A widened query in the notation of each database; folded words hold no sign that either reserves.

`is_open`: the reader may still be typing the last word, so its beginning is enough.
"""

from wagtail_prcouncil.search.widening import Spelled, Spelling


def tsquery(query: Spelled, *, is_open: bool) -> str:
    """For PostgreSQL's to_tsquery()."""

    def spelled(spelling: Spelling) -> str:
        ending = ":*" if is_open and spelling.is_last else ""
        return " <-> ".join(f"'{word}'" for word in spelling.words) + ending

    chosen = (f"({' | '.join(map(spelled, choice))})" for choice in query.choices)
    return (" & " if query.operator == "and" else " | ").join(chosen)


def match_string(query: Spelled, *, is_open: bool) -> str:
    """For the MATCH operator of SQLite's FTS5."""

    def spelled(spelling: Spelling) -> str:
        ending = "*" if is_open and spelling.is_last else ""
        return f'"{" ".join(spelling.words)}"{ending}'

    chosen = (f"({' OR '.join(map(spelled, choice))})" for choice in query.choices)
    return (" AND " if query.operator == "and" else " OR ").join(chosen)
