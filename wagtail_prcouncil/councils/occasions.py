"""Meetings and conferences as other features name them, which never import each other: a page, the
day on which it took place, and whose it was."""

import datetime as dt
from collections.abc import Callable, Iterable
from typing import NamedTuple
from uuid import UUID

from wagtail import hooks
from wagtail.models import Page

HOOK = "register_prcouncil_occasions"
"""Functions that take nothing and return `Occasions`."""


class Occasions(NamedTuple):
    """A page type whose pages are occasions; the functions are given a page of it. `day` gives the
    day in Tehran on which one took place, None for one that did not; `councils` the translation
    keys of the councils whose it was."""

    model: type[Page]
    day: Callable[[Page], dt.date | None]
    councils: Callable[[Page], Iterable[UUID]]


class Occasion(NamedTuple):
    """A page that is an occasion: when it took place, None where it did not, and whose it was."""

    day: dt.date | None
    councils: frozenset[UUID]


def registered() -> list[Occasions]:
    return [function() for function in hooks.get_hooks(HOOK)]


def occasion_of(page: Page) -> Occasion | None:
    """None for a page that is no occasion."""
    specific = page.specific
    for kind in registered():
        if isinstance(specific, kind.model):
            return Occasion(kind.day(specific), frozenset(kind.councils(specific)))
    return None


def day_of(page: Page) -> dt.date | None:
    """When it took place; None where nobody knows."""
    found = occasion_of(page)
    return found.day if found else None
