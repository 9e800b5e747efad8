"""Addresses by key (rule A15): the page that an address leads to is read by one query, where
Wagtail reads it, and each page on the way to it, twice.

Where addresses have led is remembered in the process, and only tells where to look: the page that
is read must stand at the address now, or the way is gone as Wagtail goes it.
"""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from django.urls import Resolver404
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Page

from wagtail_prcouncil.compat import note_parent
from wagtail_prcouncil.pages.joined import Joined

if TYPE_CHECKING:
    from wagtail_prcouncil.pages.models import PRCouncilPageMixin

MOST_KNOWN = 10_000

Step = tuple[int, str]  # key of a page, slug of one below it


class Place(NamedTuple):
    pk: int
    kind: "type[PRCouncilPageMixin]"


_known: dict[Step, Place] = {}


def page_below(start: Page, slugs: list[str]) -> tuple[Page, list[str]] | None:
    """The page furthest down the address that is known of, and what of the address is left for it
    to answer. None where nothing is known. At most one query."""
    steps, place = _steps(start, slugs)
    if place is None:
        return None
    address = "".join(f"{slug}/" for _pk, slug in steps)
    page = next(iter(_whole(place.kind).find(place.pk)), None)
    if page is None or not _stands_at(page, start, address) or page.specific_class != place.kind:
        for step in steps:
            _known.pop(step, None)
        return None
    if len(steps) == 1:
        note_parent(page, start)
    return page, slugs[len(steps) :]


def remember(parent: Page, page: "PRCouncilPageMixin") -> None:
    """That `page` was found below `parent`."""
    if len(_known) >= MOST_KNOWN:
        _known.clear()
    _known[parent.pk, page.slug] = Place(page.pk, type(page))


def has_view(kind: type[Page], slugs: Sequence[str]) -> bool:
    """Whether pages of this type have a view of their own for an address below them."""
    if not issubclass(kind, RoutablePageMixin):
        return False
    try:
        kind.get_resolver().resolve(f"/{'/'.join(slugs)}/")
    except Resolver404:
        return False
    return True


@cache
def is_followed(kind: type[Page], own: type) -> bool:
    """Whether a base behind `own` has a way of its own to answer an address, as RoutablePageMixin
    has in a type that names it second: that way comes first."""
    behind = kind.__mro__[kind.__mro__.index(own) + 1 :]
    return next(vars(base)["route"] for base in behind if "route" in vars(base)) is not Page.route


def may_answer(kind: "type[PRCouncilPageMixin]", slugs: list[str]) -> bool:
    """Whether a page of this type has to be read to know who answers the address below it."""
    return not _tells_what_it_answers(kind) or kind.answers(slugs)


def _steps(start: Page, slugs: list[str]) -> tuple[list[Step], Place | None]:
    """As far as they are known, and no page is passed over that may answer by itself."""
    steps: list[Step] = []
    place = None
    for number, slug in enumerate(slugs):
        if place is not None and may_answer(place.kind, slugs[number:]):
            break
        step = (place.pk if place else start.pk), slug
        found = _known.get(step)
        if found is None:
            break
        steps.append(step)
        place = found
    return steps, place


@cache
def _tells_what_it_answers(kind: type) -> bool:
    """Not if a site's own type says anew how an address is answered, and not which."""
    for base in kind.__mro__:
        own = vars(base)
        if "answers" in own:
            return True
        if base is not RoutablePageMixin and ("route" in own or "resolve_subpage" in own):
            return False
    return False


def _stands_at(page: Page, start: Page, address: str) -> bool:
    return bool(page.url_path == start.url_path + address and page.is_descendant_of(start))


@cache
def _whole(kind: type[Page]) -> Joined[Page]:
    """The page with all its own columns."""
    return Joined(kind, [field.name for field in kind._meta.concrete_fields], {})
