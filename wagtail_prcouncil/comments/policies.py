"""What a page allows: the policy that holds for it, and until when."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import F
from django.utils import timezone
from wagtail.models import Page

from wagtail_prcouncil import conf
from wagtail_prcouncil.comments.kinds import is_commented
from wagtail_prcouncil.comments.models import CommentPolicy
from wagtail_prcouncil.comments.states import Mode
from wagtail_prcouncil.pages.facets import facets_of


@dataclass(frozen=True, slots=True)
class Allowed:
    """What holds for one page now. `closes_at` is when it will close, `opens_at` when it will
    open, if that lies ahead."""

    mode: Mode
    opens_at: dt.datetime | None = None
    closes_at: dt.datetime | None = None

    @property
    def takes(self) -> bool:
        """Whether a reader may send a comment now."""
        return self.mode == Mode.OPEN

    @property
    def shows(self) -> bool:
        """Whether the published ones are to be read."""
        return self.mode != Mode.HIDDEN


HIDDEN = Allowed(Mode.HIDDEN)


def allowed_on(
    page: Page, now: dt.datetime | None = None, *, filed_at: str | None = None
) -> Allowed:
    """What readers may do on this page, whoever may read it. Two queries; one where it is known
    that the page's section is `filed_at`, a tree path ("" for a page without a section).

    An alias follows the page that it mirrors.
    """
    while page.alias_of_id:
        page = page.alias_of.specific
    if not is_commented(page):
        return HIDDEN
    return _at(policy_for(page, filed_at), page, now or timezone.now())


def allowed_on_each(pages: Iterable[Page]) -> dict[int, Allowed]:
    """The same for many specific pages, none of them an alias, by key. Two queries for all."""
    pages, now = list(pages), timezone.now()
    commented = [page for page in pages if is_commented(page)]
    sections = {page.pk: facets_of(page).section_id for page in commented}
    filed = dict(
        Page.objects.filter(pk__in=set(sections.values()) - {None}).values_list("pk", "path")
    )
    paths = {page.path for page in commented} | set(filed.values())
    policies = _policies_at({above for path in paths for above in _lineage(path)})
    allowed = dict.fromkeys((page.pk for page in pages), HIDDEN)
    for page in commented:
        own, section = _lineage(page.path), filed.get(sections[page.pk], "")
        found = [one for one in policies if one.path in own or section.startswith(one.path)]
        allowed[page.pk] = _at(_nearest(found, own), page, now)
    return allowed


def policy_for(page: Page, filed_at: str | None = None) -> CommentPolicy | None:
    """Its own, its section's or one above that, then that of the nearest page above it.

    Above both, the page's own lineage decides. Two queries; one for a page without a section.
    """
    own = _lineage(page.path)
    if filed_at is None:
        filed_at = _path_of_section(page)
    return _nearest(_policies_at({*own, *_lineage(filed_at)}), own)


def _path_of_section(page: Page) -> str:
    section_id = facets_of(page).section_id
    found = Page.objects.filter(pk=section_id).order_by().values_list("path", flat=True)
    return (section_id and found.first()) or ""


def _policies_at(paths: Iterable[str]) -> list[CommentPolicy]:
    """Those of the pages at these places, with their `path`, the deepest first.

    Each place is looked up by the index on paths. They are put in order here: asked to, SQLite may
    walk through all pages in that order.
    """
    rows = CommentPolicy.objects.filter(page__path__in=list(paths)).annotate(path=F("page__path"))
    return sorted(rows, key=lambda policy: len(policy.path), reverse=True)


def _nearest(policies: Iterable[CommentPolicy], own: list[str]) -> CommentPolicy | None:
    """Of those that may hold, the longest path first."""
    return min(policies, key=lambda policy: _nearness(policy.path, own), default=None)


def _nearness(path: str, own: list[str]) -> int:
    """0 for the page itself, 1 for its section and what is above that alone, then up the tree.
    Of several with the same, the deepest comes first already."""
    return own.index(path) * 2 if path in own else 1


def _lineage(path: str) -> list[str]:
    """The tree paths of a page and of all above it, the page first."""
    return [path[:end] for end in range(len(path), 0, -Page.steplen)]


def _at(policy: CommentPolicy | None, page: Page, now: dt.datetime) -> Allowed:
    if policy is None:
        return Allowed(Mode(conf.comments_mode()))
    if policy.mode != Mode.OPEN:
        return Allowed(Mode(policy.mode))
    ends = [moment for moment in (policy.closes_at, _aged(policy, page)) if moment]
    closes_at = min(ends, default=None)
    if closes_at and closes_at <= now:
        return Allowed(Mode.CLOSED)
    if policy.opens_at and policy.opens_at > now:
        return Allowed(Mode.CLOSED, opens_at=policy.opens_at, closes_at=closes_at)
    return Allowed(Mode.OPEN, closes_at=closes_at)


def _aged(policy: CommentPolicy, page: Page) -> dt.datetime | None:
    if not policy.closes_after_days or not page.first_published_at:
        return None
    return page.first_published_at + dt.timedelta(days=policy.closes_after_days)
