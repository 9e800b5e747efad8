"""What a feature can make of another's words: a draft that an editor goes on with. A meeting offers
to make news of an accepted report; news registers that it can."""

from collections.abc import Mapping
from typing import NamedTuple, Protocol

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import QuerySet
from django.utils.functional import Promise
from wagtail import hooks
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

HOOK = "register_prcouncil_draft_target"
"""Who makes drafts registers a `DraftTarget`."""


class Draft(NamedTuple):
    """Words to begin with. `text` is plain: paragraphs with blank lines between them. `agency_id`
    says whose words they are."""

    title: str
    text: str
    agency_id: int | None = None


class Maker(Protocol):
    """Makes the draft below a page. Raises PermissionDenied for whoever may not."""

    def __call__(self, parent: Page, draft: Draft, *, by: AbstractBaseUser | None = None) -> Page:
        """The page as it stands, unpublished."""


class DraftTarget(NamedTuple):
    """A kind of draft. `name` stands in addresses and forms; `permission` is the one that Wagtail
    gives on pages ("add") and that is asked for on the parent, which is of `parent_type`."""

    name: str
    label: str | Promise
    permission: str
    parent_type: type[Page]
    make: Maker

    def parents(self, user: AbstractBaseUser) -> QuerySet[Page]:
        """Pages below which the user can have one made, in the order of the tree."""
        allowed = page_permission_policy.instances_user_has_permission_for(user, self.permission)
        kept = self.parent_type.objects.filter(pk__in=allowed.order_by().values("pk"))
        return kept.filter(alias_of=None).order_by("path")


def draft_targets() -> Mapping[str, DraftTarget]:
    """What is registered, by name."""
    return {target.name: target for target in (found() for found in hooks.get_hooks(HOOK))}
