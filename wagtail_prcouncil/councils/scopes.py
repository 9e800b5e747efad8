"""In which councils a user has a right: the one place that says so.

A secretary keeps the seats of the councils whose pages he may edit: a group gives a right in those
councils where the same group may change pages. Asked for anew with every request and within every
action, so that what was withdrawn a moment ago no longer counts.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from wagtail.models import GroupPagePermission, Page

from wagtail_prcouncil.councils.states import Right

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


def scopes_of(user: AbstractBaseUser | Any, rights: type[StrEnum] = Right) -> Mapping[str, Scope]:
    """Where the user has which of one feature's rights, for screens that ask for many of them; a
    right that he has nowhere is left out. One query; none for superusers."""
    if not user.is_active:
        return {}
    if user.is_superuser:
        return {right.value: Scope(everything=True) for right in rights}
    if not any(user.has_perm(right.value) for right in rights):
        return {}
    label = next(iter(rights)).value.partition(".")[0]
    pages = GroupPagePermission.objects.filter(
        group__user=user,
        permission__codename="change_page",
        group__permissions__content_type__app_label=label,
    )
    found: dict[str, set[str]] = {}
    for codename, path in pages.values_list("group__permissions__codename", "page__path"):
        found.setdefault(f"{label}.{codename}", set()).add(path)
    return {name: Scope(paths=tuple(sorted(paths))) for name, paths in found.items()}


def within(rows: Rows, scope: Scope, link: str = "") -> Rows:
    """Those rows whose council lies within the scope."""
    return rows if scope.everything else rows.filter(scope.q(link))


def require(by: AbstractBaseUser | None, right: StrEnum, council: Page) -> None:
    """Raise PermissionDenied where the user has not the right in this council; None is an import or
    a command, which has every right."""
    if by is not None and not scope_of(by, right).covers(council):
        raise PermissionDenied
