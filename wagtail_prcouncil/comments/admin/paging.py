"""Stretches of the queue: from one comment on, however long it is and whatever was decided
meanwhile."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from django.db.models import Q
from django.http import Http404, QueryDict

from wagtail_prcouncil.comments.models import ReaderComment
from wagtail_prcouncil.comments.models.comment import ReaderCommentQuerySet
from wagtail_prcouncil.comments.states import Urgency
from wagtail_prcouncil.pages.keyset import Position, window

PAGE = 50

Complete = Callable[[ReaderCommentQuerySet], ReaderCommentQuerySet]
"""Makes of a query for few comments one that reads all that is shown of them."""

_PLACE = re.compile(r"([0-9])\.(.{1,40})", re.ASCII)


class Stretch(NamedTuple):
    """Up to PAGE comments, and relative addresses of the first stretch and of the next; None where
    they lead nowhere new."""

    rows: list[ReaderComment]
    first_url: str | None
    next_url: str | None


def in_order_of_work(
    comments: ReaderCommentQuerySet, asked: QueryDict, complete: Complete, kept: str = ""
) -> Stretch:
    """Of pending ones, what `?from=` asks for. One query, and one more for each urgency that comes
    to its end. Raises Http404 for a place that cannot be read."""
    place = _read(str(asked["from"])) if "from" in asked else None
    if place:
        found = list(_beyond(comments, complete, *place))
    else:
        found = list(complete(comments.in_order_of_work()[: PAGE + 1]).in_order_of_work())
    last = found[PAGE - 1] if len(found) > PAGE else None
    following = f"from={last.urgency}.{Position(last.posted_at, last.pk)}" if last else None
    return Stretch(
        found[:PAGE],
        first_url=f"?{kept}" if place else None,
        next_url="?" + "&".join(filter(None, (kept, following))) if following else None,
    )


def newest_first(
    comments: ReaderCommentQuerySet,
    asked: QueryDict,
    complete: Complete,
    *,
    field: str,
    kept: str = "",
) -> Stretch:
    """Of any others, by a moment that they have. Two queries."""
    found = window(comments, asked, field=field, size=PAGE, kept=kept)
    keys = [comment.pk for comment in found.items]
    rows = complete(ReaderComment.objects.filter(pk__in=keys)).in_bulk()
    return Stretch([rows[key] for key in keys], found.newest_url, found.older_url)


def _read(text: str) -> tuple[int, Position]:
    match = _PLACE.fullmatch(text)
    if match is None:
        raise Http404("No such place in the queue.")
    return int(match[1]), Position.parse(match[2])


def _beyond(
    comments: ReaderCommentQuerySet, complete: Complete, urgency: int, start: Position
) -> Iterator[ReaderComment]:
    """One urgency after the other: a condition over all three could not be answered from the
    index alone, and the thousandth stretch would walk through all before it."""
    wanted = PAGE + 1
    after = Q(posted_at__gt=start.at) | Q(posted_at=start.at, pk__gt=start.pk)
    for level in Urgency.values:
        if level < urgency or wanted <= 0:
            continue
        rows = comments.filter(urgency=level).order_by("posted_at", "pk")
        if level == urgency:
            rows = rows.filter(after, posted_at__gte=start.at)
        found = list(complete(rows[:wanted]).in_order_of_work())
        wanted -= len(found)
        yield from found
