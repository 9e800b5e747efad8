"""Showing an item on a page where it does not live, for a time."""

import datetime as dt

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from wagtail_prcouncil.news.actions.coding import NewsError
from wagtail_prcouncil.news.models import NewsPage, Placement
from wagtail_prcouncil.pages.originals import original
from wagtail_prcouncil.purging import purge_after_commit


class PlacementError(NewsError):
    """A placement that cannot be; `field` names what is wrong with it, if one thing is."""

    def __init__(self, sentence: object, field: str | None = None) -> None:
        super().__init__(sentence)
        self.field = field


def place(placement: Placement, *, by: AbstractBaseUser | None = None) -> Placement:
    """Store a placement, new or changed; its pages become originals (rule A18).

    Raises PermissionDenied where `by` may not publish on the page or not show the item,
    PlacementError for a page that shows no news, times in the wrong order, or an item that is on
    that page already.
    """
    before = Placement.objects.filter(pk=placement.pk).select_related("shown_on").first()
    placement.news = original(placement.news)
    placement.shown_on = original(placement.shown_on.specific)
    pages = [placement.shown_on, *([before.shown_on] if before else [])]
    if by is not None and not all(may_place(placement.news, page, by) for page in pages):
        raise PermissionDenied
    check(placement)
    placement.by_id = by.pk if by is not None else None
    try:
        with transaction.atomic():
            placement.save()
            told = {"page": placement.shown_on.title, "page_id": placement.shown_on_id}
            log(placement.news, "prcouncil_news.place", user=by, data=told)
            for page in pages:
                purge_after_commit(_in_all_languages(page))
    except IntegrityError as error:
        sentence = _("Somebody has just placed this item on that page.")
        raise PlacementError(sentence, "shown_on") from error
    return placement


def take_down(placement: Placement, *, by: AbstractBaseUser | None = None) -> None:
    """Show an item on a page no more. Raises PermissionDenied where `by` may not publish there."""
    page = placement.shown_on
    if by is not None and not page.permissions_for_user(by).can_publish():
        raise PermissionDenied
    with transaction.atomic():
        told = {"page": page.title, "page_id": page.pk}
        log(placement.news, "prcouncil_news.take_down", user=by, data=told)
        purge_after_commit(_in_all_languages(page))
        placement.delete()


def turn_over_placements(since: dt.datetime) -> int:
    """Purge the pages on which a placement has begun or ended after `since`; how many there were.

    Readers see the change anyway, from the very moment on: this is for the caches in front.
    """
    now = timezone.now()
    turned = Q(starts_at__gt=since, starts_at__lte=now) | Q(ends_at__gt=since, ends_at__lte=now)
    placements = Placement.objects.filter(turned).select_related("shown_on").order_by("pk")
    pages = {placement.shown_on_id: placement.shown_on for placement in placements}
    with transaction.atomic():
        for page in pages.values():
            purge_after_commit(_in_all_languages(page))
    return len(pages)


def check(placement: Placement) -> None:
    """Raise PlacementError for one that cannot be, whoever asks for it."""
    if not getattr(placement.shown_on.specific, "top_slot", ""):
        raise PlacementError(_("This page shows no news. Choose another."), "shown_on")
    if placement.ends_at is not None and placement.ends_at <= placement.starts_at:
        raise PlacementError(_("A placement ends after it begins."), "ends_at")


def may_show(news: NewsPage, user: AbstractBaseUser) -> bool:
    """What readers may see, anybody may point at; what they may not, its editors."""
    return news.is_readable or news.permissions_for_user(user).can_edit()


def may_place(news: NewsPage, page: Page, user: AbstractBaseUser) -> bool:
    """What a page shows is for those to say who publish on it."""
    return page.permissions_for_user(user).can_publish() and may_show(news, user)


def placements_of(user: AbstractBaseUser) -> QuerySet[Placement]:
    """Those that the user may change: on pages on which they may publish."""
    pages = page_permission_policy.instances_user_has_permission_for(user, "publish")
    return Placement.objects.filter(shown_on__in=pages.order_by().values("pk"))


def _in_all_languages(page: Page) -> list[Page]:
    return [shown.specific for shown in page.get_translations(inclusive=True)]
