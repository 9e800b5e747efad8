"""Saying which group moderates the comments of which pages and sections."""

from collections.abc import Iterable

from django.contrib.auth.models import AbstractBaseUser, Group
from django.core.exceptions import PermissionDenied
from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import Page

from wagtail_prcouncil.comments.models import ModerationScope


@transaction.atomic
def set_scopes(
    group: Group, pages: Iterable[Page], *, by: AbstractBaseUser | None = None
) -> list[ModerationScope]:
    """Let the group moderate what lies at or below `pages` and is filed under them, and nothing
    else; returns the scopes that are new.

    Raises PermissionDenied for whoever may neither change groups nor make them; `by` is None for
    what a program does.
    """
    if by is not None and not (by.has_perm("auth.change_group") or by.has_perm("auth.add_group")):
        raise PermissionDenied
    wanted = {page.pk for page in pages}
    held = set(group.moderation_scopes.values_list("page", flat=True))
    if wanted == held:
        return []
    group.moderation_scopes.exclude(page__in=wanted).delete()
    made = ModerationScope.objects.bulk_create(
        ModerationScope(group=group, page_id=key) for key in sorted(wanted - held)
    )
    log(group, "prcouncil_comments.set_scopes", user=by, data={"pages": sorted(wanted)})
    return made


def give_everything(group: Group, *, using: str) -> None:
    """Let a new work group of moderators moderate the whole tree, until an administrator narrows
    it in the group's own form."""
    root = Page.objects.using(using).get(depth=1)
    rows = ModerationScope.objects.using(using)
    if rows.get_or_create(group=group, page=root)[1]:
        log(group, "prcouncil_comments.set_scopes", data={"pages": [root.pk]})
