"""The same text once more, or nearly: somebody pressed twice, or many say what was sent round.

A campaign is opinion too, so nothing is dropped; moderators see equal texts together.
"""

import hashlib
from collections.abc import Iterable
from itertools import islice

from django.db.models import QuerySet
from django.db.models.functions import Length

from wagtail_prcouncil.comments.models import ReaderComment
from wagtail_prcouncil.comments.rules.findings import Examined, Hit
from wagtail_prcouncil.comments.states import Hold
from wagtail_prcouncil.persian.text import fold

ALIKE = 0.85
"""Jaccard's measure of the texts' three-letter pieces. Opposite opinions of one wording, «عالی بود»
and «عالی نبود», come to 0.7."""
RECENT = 200
"""So many of the same sender, and of the same page, are compared."""
EXACTLY = 8
"""So many of those are compared piece by piece; others part from the text at a first glance."""
SHORTEST = 20
"""Folded characters. Shorter texts («خیلی ممنون») are everybody's words: they count as repeated
only on one page or from one sender, and are never compared."""

_SAMPLES = 24
_LONGEST_NAME_KEY = 60


def repeated(examined: Examined) -> list[Hit]:
    """One hit, DUPLICATE or ALIKE. One query, and time that grows with the texts' length alone."""
    folded = examined.folded
    if not folded:
        return []  # nothing but pictures
    text_hash = hash_of(folded)
    rows = list(_candidates(examined, text_hash))
    if any(row[0] == text_hash for row in rows):
        return [Hit(Hold.DUPLICATE)]
    if len(folded) >= SHORTEST and _is_alike(folded, (row[1:] for row in rows)):
        return [Hit(Hold.ALIKE)]
    return []


def hash_of(folded: str) -> str:
    """By which the same words are found again, however they were typed."""
    return hashlib.blake2b(folded.encode(), digest_size=16).hexdigest()


def likeness(one: str, other: str) -> float:
    """Of two folded texts, from 0 to 1."""
    ours, theirs = _pieces(one), _pieces(other)
    return len(ours & theirs) / len(ours | theirs) if ours and theirs else 0.0


def _candidates(examined: Examined, text_hash: str) -> "QuerySet[ReaderComment, tuple]":
    """(text_hash, name, folded) of comments with the same text, and of recent ones whose length
    is such that they may be alike."""
    rows = ReaderComment.objects.order_by()
    here = rows.filter(thread=examined.thread.pk)
    address = examined.sender.address_hash
    same = rows.filter(text_hash=text_hash)
    size = len(examined.folded)
    if size < SHORTEST:
        own = same.filter(address_hash=address) if address else same.none()
        found = [same.filter(thread=examined.thread.pk), own]
    else:
        sets = [here, rows.filter(address_hash=address)] if address else [here]
        found = [same] + [
            rows.filter(pk__in=recent.order_by("-posted_at").values("pk")[:RECENT])
            .annotate(size=Length("folded"))
            .filter(size__gte=size * ALIKE, size__lte=size / ALIKE + _LONGEST_NAME_KEY)
            for recent in sets
        ]
    first, *others = [each.values_list("text_hash", "name", "folded") for each in found]
    return first.union(*others)


def _is_alike(folded: str, others: Iterable[tuple[str, str]]) -> bool:
    ours = _pieces(folded)
    step = max(1, len(folded) // _SAMPLES)
    samples = [folded[at : at + 3] for at in range(0, len(folded) - 2, step)]
    likely = (other for other in others if _may_be_alike(samples, other[1]))
    for name, key in islice(likely, EXACTLY):
        theirs = _pieces(key.removeprefix(f"{fold(name)} "))
        if len(ours & theirs) >= ALIKE * len(ours | theirs):
            return True
    return False


def _may_be_alike(samples: list[str], other: str) -> bool:
    """Whether enough of a text's pieces, taken all along it, occur in the other at all."""
    left = len(samples) // 3
    for sample in samples:
        if sample not in other:
            left -= 1
            if left < 0:
                return False
    return True


def _pieces(folded: str) -> set[str]:
    return {folded[at : at + 3] for at in range(len(folded) - 2)}
