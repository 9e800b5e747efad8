"""Pages that a feature puts below a council by itself: what is planned has a page from its first
day."""

from collections.abc import Iterator
from itertools import count
from typing import TypeVar

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from wagtail.models import Page

from wagtail_prcouncil.councils.models import CouncilPage

PageType = TypeVar("PageType", bound=Page)


def list_of(
    council: CouncilPage, kind: type[PageType], title: str, slug: str, by: AbstractBaseUser | None
) -> PageType:
    """The first page of that kind below the council; made under that title, as a draft, where there
    is none. Raises PermissionDenied as `add_below` does."""
    found = kind.objects.child_of(council).order_by("path").first()
    if found is not None:
        return found
    made = kind(title=title, slug=slug, locale=council.locale, live=False, owner=by)
    add_below(council, made, slug, by)
    return made


def add_below(parent: Page, page: Page, slug: str, by: AbstractBaseUser | None) -> None:
    """As Wagtail's own screen does it, under a slug that is free there: its own, else `slug`.

    Raises PermissionDenied for whoever may add no pages there.
    """
    if by is not None and not parent.permissions_for_user(by).can_add_subpage():
        raise PermissionDenied
    taken = set(parent.get_children().values_list("slug", flat=True))
    page.slug = next(free for free in _slugs(page.slug or slug) if free not in taken)
    parent.add_child(instance=page)
    page.save_revision(user=by)


def _slugs(first: str) -> Iterator[str]:
    yield first
    yield from (f"{first}-{number}" for number in count(2))
