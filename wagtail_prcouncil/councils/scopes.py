"""In which councils a user has a right: the one place that says so.

A secretary keeps the seats of the councils whose pages he may edit: a group gives a right in those
councils where the same group may change pages. Asked for anew with every request and within every
action, so that what was withdrawn a moment ago no longer counts.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from wagtail.models import GroupPagePermission, Page

Rows = TypeVar("Rows", bound=QuerySet[Any])


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
        permission__codename="change_page",
        group__permissions__codename=codename,
        group__permissions__content_type__app_label=app,
    )
    return Scope(paths=tuple(sorted(set(pages.values_list("page__path", flat=True)))))


def scopes_of(user: AbstractBaseUser | Any, rights: Collection[str]) -> Mapping[str, Scope]:
    """Where the user has which of these rights, by its name, for screens that ask for many of them,
    of several features; a right that he has nowhere is left out. One query; none for superusers and
    for who has none of the rights."""
    if not user.is_active:
        return {}
    if user.is_superuser:
        return dict.fromkeys(rights, Scope(everything=True))
    if user.get_all_permissions().isdisjoint(rights):
        return {}
    app, codename = "group__permissions__content_type__app_label", "group__permissions__codename"
    pages = GroupPagePermission.objects.filter(
        group__user=user,
        permission__codename="change_page",
        group__permissions__content_type__app_label__in={name.partition(".")[0] for name in rights},
    )
    found: dict[str, set[str]] = {}
    for label, name, path in pages.values_list(app, codename, "page__path"):
        found.setdefault(f"{label}.{name}", set()).add(path)
    return {name: Scope(paths=tuple(sorted(paths))) for name, paths in found.items()}


def within(rows: Rows, scope: Scope, link: str = "") -> Rows:
    """Those rows whose council lies within the scope."""
    return rows if scope.everything else rows.filter(scope.q(link))


def require(by: AbstractBaseUser | None, right: StrEnum, council: Page) -> None:
    """Raise PermissionDenied where the user has not the right in this council; None is an import or
    a command, which has every right."""
    if by is not None and not scope_of(by, right).covers(council):
        raise PermissionDenied
