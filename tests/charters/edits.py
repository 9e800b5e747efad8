"""What an editor may do to the clauses of a charter's page; `place` says to which."""

from collections.abc import Callable
from typing import Any

from wagtail.rich_text import RichText

from tests.charters.making import clause

LABELS = ["مادهٔ ۹", "الف", ""]
WORDS = ["راستی", "روشنی", "پاسخ", "", "يك كار", "<b>مردم</b>"]


def reword(page: Any, place: int) -> None:
    if page.clauses:
        chosen = page.clauses[place % len(page.clauses)]
        word = WORDS[place % len(WORDS)]
        chosen.value["text"] = RichText(f"<p>{word}</p>" if word else "")


def add(page: Any, place: int) -> None:
    raw = list(page.clauses.raw_data)
    page.clauses = [*raw[:place], clause(LABELS[place % len(LABELS)]), *raw[place:]]


def double(page: Any, place: int) -> None:
    raw = list(page.clauses.raw_data)
    page.clauses = [*raw, *([dict(raw[place % len(raw)], id=None)] if raw else [])]


def take_out(page: Any, place: int) -> None:
    raw = list(page.clauses.raw_data)
    page.clauses = [*raw[:place], *raw[place + 1 :]]


def reorder(page: Any, place: int) -> None:
    raw = list(page.clauses.raw_data)
    page.clauses = [*raw[place:], *raw[:place]]


EDITS: list[Callable[[Any, int], None]] = [reword, add, double, take_out, reorder]
