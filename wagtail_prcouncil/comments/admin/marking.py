"""What rules saw, shown in the text where they saw it, and said in words."""

from collections.abc import Iterable
from typing import NamedTuple

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from wagtail_prcouncil.comments.models import RuleHit
from wagtail_prcouncil.comments.states import Hold

LONGEST_QUOTE = 60


class Seen(NamedTuple):
    """A reason to look twice, and the words that gave it; empty where it is about the whole."""

    label: str
    quote: str


def marked(text: str, hits: Iterable[RuleHit], field: str) -> SafeString:
    """The text, escaped, with <mark> round what was seen in this field. Spans that meet become
    one; those that lie beyond the text are left out, for the text may be a redacted one."""
    pieces, at = [], 0
    for start, end in _spans(text, hits, field):
        pieces += [escape(text[at:start]), "<mark>", escape(text[start:end]), "</mark>"]
        at = end
    pieces.append(escape(text[at:]))
    return mark_safe("".join(pieces))  # noqa: S308  (escaped words and two tags)


def reasons(texts: dict[str, str], hits: Iterable[RuleHit]) -> list[Seen]:
    """Each once, in the order in which rules said them; `texts` by field."""
    seen = (
        Seen(
            str(Hold(hit.code).label),
            _quoted(texts.get(hit.field, "")[hit.start : hit.end]),
        )
        for hit in hits
        if hit.code in Hold
    )
    return list(dict.fromkeys(seen))


def _quoted(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= LONGEST_QUOTE else f"{words[:LONGEST_QUOTE]}…"


def _spans(text: str, hits: Iterable[RuleHit], field: str) -> list[tuple[int, int]]:
    found = sorted(
        (hit.start, min(hit.end, len(text)))
        for hit in hits
        if hit.field == field and hit.start < min(hit.end, len(text))
    )
    merged: list[tuple[int, int]] = []
    for start, end in found:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
