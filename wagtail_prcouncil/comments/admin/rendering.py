"""HTML of the queue's rows: what fifty of them have in common is rendered once."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from functools import partial
from typing import Any

from django.utils.safestring import SafeString

from wagtail_prcouncil.comments.admin.marking import Seen
from wagtail_prcouncil.comments.admin.moulds import Mould, places
from wagtail_prcouncil.comments.admin.rows import Badge, Row
from wagtail_prcouncil.ui.keeping import Parts

WORDS = tuple(one.name for one in fields(Row) if one.name not in {"comment", "badges", "seen"})


def rendered(
    rows: Iterable[Row], render: Callable[[dict[str, Any]], str], moulds: Parts
) -> Iterator[SafeString]:
    """HTML of each row; `render` is given what the template knows as `row`, once for all rows of
    one shape: with the same things to say, whatever they say. Of what they say, nothing is kept
    in `moulds`."""
    for row in rows:
        words = {name: getattr(row, name) for name in WORDS}
        for number, badge in enumerate(row.badges):
            words[f"badge {number}"] = badge.label
        for number, seen in enumerate(row.seen):
            words[f"seen {number}"] = seen.label
            words[f"quote {number}"] = seen.quote
        kinds = [badge.kind for badge in row.badges]
        shape = (row.comment.status, *kinds, *(name for name, said in words.items() if said))
        mould = moulds.part(repr(shape), partial(_moulded, row, words, render))
        yield mould.filled(words)


def _moulded(row: Row, words: dict[str, str], render: Callable[[dict[str, Any]], str]) -> Mould:
    return Mould.of(render(_in_places(row, words)))


def _in_places(row: Row, words: dict[str, str]) -> dict[str, Any]:
    at = places(words)
    return {name: at[name] for name in WORDS} | {
        "is_pending": row.is_pending,
        "is_erased": row.is_erased,
        "badges": [
            Badge(badge.kind, at[f"badge {number}"]) for number, badge in enumerate(row.badges)
        ],
        "seen": [
            Seen(at[f"seen {number}"], at[f"quote {number}"]) for number in range(len(row.seen))
        ],
    }
