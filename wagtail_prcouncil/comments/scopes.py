"""Whose comments a moderator sees and decides: the one place that says so.

A scope is asked for anew with every request and within every action, so that a permission that was
withdrawn a moment ago no longer counts.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet
from wagtail.models import Page

from wagtail_prcouncil.comments.models import ModerationScope, Thread

Rows = TypeVar("Rows", bound=QuerySet[Any])


@dataclass(frozen=True, slots=True)
class Scope:
    """What lies within: `everything`, or threads of pages below `paths` and of the sections
    `section_ids`."""

    everything: bool = False
    paths: tuple[str, ...] = ()
    section_ids: tuple[int, ...] = ()

    def q(self, prefix: str = "") -> Q:
        """As a condition on threads; `prefix` leads to the thread ("thread__")."""
        if self.everything:
            return Q()
        below = Q(pk__in=())
        for path in self.paths:
            below |= Q(page__path__startswith=path)
        if self.section_ids:
            below |= Q(section_id__in=self.section_ids)
        if not prefix:
            return below
        threads = Thread.objects.filter(below).order_by().values("pk")
        return Q(**{f"{prefix}in": threads})

    def covers(self, thread: Thread) -> bool:
        """Of a thread with its page at hand; without a query."""
        if self.everything or (thread.section_id in self.section_ids):
            return True
        page = thread.page
        return page is not None and any(page.path.startswith(path) for path in self.paths)


NOTHING = Scope()


def scope_of(user: AbstractBaseUser | Any, right: StrEnum) -> Scope:
    """Where the user has the right. One query beside that for his permissions; none for superusers,
    who have it everywhere, also over what was written below pages that are deleted.

    A group gives a right only where it has a scope itself: being moderator of one section and
    reporter of another adds up to neither.
    """
    if user.is_active and user.is_superuser:
        return Scope(everything=True)
    if not user.is_active or not user.has_perm(right.value):
        return NOTHING
    codename = right.value.rpartition(".")[2]
    scopes = ModerationScope.objects.filter(
        group__user=user,
        group__permissions__codename=codename,
        group__permissions__content_type__app_label="prcouncil_comments",
    )
    at = ExpressionWrapper(OuterRef("path"), CharField())
    above = scopes.annotate(at=at).filter(at__startswith=F("page__path"))
    sections = Q(Exists(above), pk__in=_filed_under())
    pages = Page.objects.filter(Q(pk__in=scopes.order_by().values("page")) | sections)
    found = pages.annotate(is_named=Exists(scopes.filter(page=OuterRef("pk")))).order_by("path")
    rows = list(found.values_list("pk", "path", "is_named"))
    paths = tuple(path for _pk, path, is_named in rows if is_named)
    if any(len(path) == Page.steplen for path in paths):
        return Scope(everything=True)  # the root of the tree: that of deleted pages too
    # A page that is named counts as a section too: what is filed under it may lie elsewhere.
    return Scope(paths=paths, section_ids=tuple(pk for pk, _path, _is_named in rows))


def scope_below(paths: Iterable[str]) -> Scope:
    """Threads of the pages at and below these tree paths, and of those filed under one of them.
    One query."""
    found = tuple(paths)
    below = Q(pk__in=())
    for path in found:
        below |= Q(path__startswith=path)
    sections = Page.objects.filter(below, pk__in=_filed_under()).values_list("pk", flat=True)
    return Scope(paths=found, section_ids=tuple(sections))


def _filed_under() -> QuerySet[Any]:
    """Sections of which there are threads."""
    return Thread.objects.exclude(section_id=None).order_by().values("section_id")


def within(comments: Rows, scope: Scope) -> Rows:
    """Those comments that lie within the scope."""
    return comments if scope.everything else comments.filter(scope.q("thread__"))
