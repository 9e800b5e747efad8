"""In which councils a user has a right: the one place that says so.

A secretary keeps the seats of the councils whose pages he may edit: a group gives a right in those
councils where the same group may change pages. Asked for anew with every request and within every
action, so that what was withdrawn a moment ago no longer counts.
"""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from django.contrib.auth.models import AbstractBaseUser, Permission
from django.core.exceptions import PermissionDenied
from django.db.models import Func, OuterRef, Q, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Concat
from wagtail.models import GroupPagePermission, Page
from wagtail.permission_policies.pages import PagePermissionPolicy

Rows = TypeVar("Rows", bound=QuerySet[Any])

CHANGE_PAGE = "change_page"
SPACE = " "  # no name of a right has one


@dataclass(frozen=True, slots=True)
class Scope:
    """What lies within: `everything`, or councils whose pages stand at or below `paths`."""

    everything: bool = False
    paths: tuple[str, ...] = ()

    def covers(self, council: Page) -> bool:
        return self.everything or any(council.path.startswith(path) for path in self.paths)

    def q(self, link: str = "") -> Q:
        """As a condition on councils, or on rows that lead to one by `link` ("seat__council")."""
        if self.everything:
            return Q()
        below = Q(pk__in=())
        for path in self.paths:
            below |= Q(**{f"{link}__path__startswith" if link else "path__startswith": path})
        return below

    def __or__(self, other: "Scope") -> "Scope":
        """What lies within one of both."""
        paths = tuple(sorted({*self.paths, *other.paths}))
        return Scope(everything=self.everything or other.everything, paths=paths)

    def __bool__(self) -> bool:
        return self.everything or bool(self.paths)


def scope_of(user: AbstractBaseUser | Any, right: StrEnum) -> Scope:
    """Where the user has the right, of councils or of a feature that builds on them. One query;
    none for superusers, who have it everywhere."""
    if not user.is_active:
        return Scope()
    if user.is_superuser:
        return Scope(everything=True)
    if not user.has_perm(right.value):  # known for the request: whoever has no right asks no more
        return Scope()
    app, _dot, codename = right.value.partition(".")
    pages = GroupPagePermission.objects.filter(
        group__user=user,
        permission__codename=CHANGE_PAGE,
        group__permissions__codename=codename,
        group__permissions__content_type__app_label=app,
    )
    return Scope(paths=tuple(sorted(set(pages.values_list("page__path", flat=True)))))


def scopes_of(user: AbstractBaseUser | Any, rights: AbstractSet[str]) -> Mapping[str, Scope]:
    """Where the user has which of these rights, by its name, for screens that ask for many of them,
    of several features; a right that he has nowhere is left out. None for superusers and for who
    has none of the rights; one query else, which is the one that Wagtail makes in each of its
    screens to know the user's rights on pages: it finds the answer and does not ask again."""
    if not user.is_active:
        return {}
    if user.is_superuser:
        return dict.fromkeys(rights, Scope(everything=True))
    if user.get_all_permissions().isdisjoint(rights):
        return {}
    of_pages = PagePermissionPolicy()
    rows = of_pages.get_all_permissions_for_user(user)
    found = list(rows.annotate(of_group=Subquery(_rights_of_its_group(rights))))
    setattr(user, of_pages.permission_cache_name, found)
    paths: dict[str, set[str]] = {}
    for row in found:
        if row.permission.codename == CHANGE_PAGE and row.of_group:
            for name in rights.intersection(row.of_group.split(SPACE)):
                paths.setdefault(name, set()).add(row.page.path)
    return {name: Scope(paths=tuple(sorted(found))) for name, found in paths.items()}


class Joined(Func):
    """Words of all rows, in one text."""

    function = "GROUP_CONCAT"
    template = "%(function)s(%(expressions)s, ' ')"
    output_field = TextField()

    def as_postgresql(self, *args: Any, **extra: Any) -> Any:
        return super().as_sql(*args, **extra, function="STRING_AGG")


def _rights_of_its_group(rights: AbstractSet[str]) -> QuerySet[Any]:
    """Of a row that belongs to a group: names of rights which the group has, in one text."""
    app = "content_type__app_label"
    held = Permission.objects.filter(
        **{"group": OuterRef("group"), f"{app}__in": {name.partition(".")[0] for name in rights}}
    )
    return held.order_by().values(names=Joined(Concat(app, Value("."), "codename")))


def within(rows: Rows, scope: Scope, link: str = "") -> Rows:
    """Those rows whose council lies within the scope."""
    return rows if scope.everything else rows.filter(scope.q(link))


def require(by: AbstractBaseUser | None, right: StrEnum, council: Page) -> None:
    """Raise PermissionDenied where the user has not the right in this council; None is an import or
    a command, which has every right."""
    if by is not None and not scope_of(by, right).covers(council):
        raise PermissionDenied
