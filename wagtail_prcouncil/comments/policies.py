"""What a page allows: the policy that holds for it, and until when."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import F, Q, Subquery, Value
from django.db.models.functions import Coalesce, Length
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


def allowed_on(page: Page, now: dt.datetime | None = None) -> Allowed:
    """What readers may do on this page, whoever may read it. One query.

    An alias follows the page that it mirrors.
    """
    while page.alias_of_id:
        page = page.alias_of
    if not is_commented(page):
        return HIDDEN
    now = now or timezone.now()
    policy = policy_for(page)
    if policy is None:
        return Allowed(Mode(conf.comments_mode()))
    return _at(policy, page, now)


def policy_for(page: Page) -> CommentPolicy | None:
    """Its own, its section's or one above that, then that of the nearest page above it.

    Above both, the page's own lineage decides. One query.
    """
    section = Page.objects.filter(pk=facets_of(page).section_id or 0).values("path")[:1]
    own = _lineage(page.path)
    found = (
        CommentPolicy.objects.annotate(
            path=F("page__path"), filed_at=Coalesce(Subquery(section), Value(""))
        )
        .filter(Q(path__in=own) | Q(filed_at__startswith=F("path")))
        .order_by(Length("path").desc())
    )
    return min(found, key=lambda policy: _nearness(policy.path, own), default=None)


def _nearness(path: str, own: list[str]) -> int:
    """0 for the page itself, 1 for its section and what is above that alone, then up the tree.
    Of several with the same, the deepest comes first already."""
    return own.index(path) * 2 if path in own else 1


def _lineage(path: str) -> list[str]:
    """The tree paths of a page and of all above it, the page first."""
    return [path[:end] for end in range(len(path), 0, -Page.steplen)]


def _at(policy: CommentPolicy, page: Page, now: dt.datetime) -> Allowed:
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
