"""Names by which somebody passes for the institution. Its own replies carry a mark that stands
outside of the name; this is about names that look as if they did."""

import time
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from wagtail import hooks

from wagtail_prcouncil import conf
from wagtail_prcouncil.comments.models import RuleHit
from wagtail_prcouncil.comments.rules.findings import Examined, Hit
from wagtail_prcouncil.comments.rules.skeleton import letters
from wagtail_prcouncil.comments.states import Hold
from wagtail_prcouncil.persian.text import canonical

HOOK = "register_prcouncil_reserved_names"
"""Whoever knows of names that no reader should use registers a function that returns them."""

USUAL = (
    *("روابط عمومی", "مدیر سایت", "مدیر سامانه", "مدیر پایگاه", "مدیر کل", "مدیریت سایت", "ادمین"),
    *("سردبیر", "سخنگو", "وزیر", "پشتیبانی سایت", "کارشناس سایت", "پاسخ رسمی", "دبیرخانه"),
    *("admin", "administrator", "moderator", "webmaster", "editor", "official", "site manager"),
    *("public relations", "root", "support"),
)
SECONDS_KEPT = 300
"""Names that the hook gives are asked for again after so many seconds in each process."""
LONG_ENOUGH = 8
"""Letters of a name that is found also within other letters: «روابطعمومی۲»."""

_LEET = str.maketrans("013457@$|", "oieastasl")


class _Reserved(NamedTuple):
    whole: frozenset[str]
    """Without gaps."""
    long: tuple[str, ...]
    phrases: tuple[str, ...]
    """With a space at both ends and between words."""


def reserved_name(examined: Examined) -> list[Hit]:
    """One hit on a name that is, holds or looks like a reserved one. No query, but for those of the
    hook once in SECONDS_KEPT."""
    name = examined.entry.name
    if not is_reserved(name):
        return []
    return [Hit(Hold.RESERVED_NAME, RuleHit.Field.NAME, 0, len(name))]


def is_reserved(name: str) -> bool:
    reserved = _reserved(conf.comments_reserved_names(), _given(int(time.time()) // SECONDS_KEPT))
    return any(_is_one(form, reserved) for form in (name, name.casefold().translate(_LEET)))


def _is_one(name: str, reserved: _Reserved) -> bool:
    words = _words(name)
    whole = words.replace(" ", "")
    return (
        whole in reserved.whole
        or any(phrase in f" {words} " for phrase in reserved.phrases)
        or any(long in whole for long in reserved.long)
    )


def _words(name: str) -> str:
    """Its letters, one space between words. A half-space parts no words here: «روابط‌عمومی» and
    «روابط عمومی» are told apart by nobody."""
    return " ".join(letters(canonical(name)).signs.replace(".", " ").split())


@lru_cache(maxsize=4)
def _reserved(own: tuple[str, ...], given: frozenset[str]) -> _Reserved:
    forms = {words for name in (*USUAL, *own, *given) if (words := _words(name))}
    whole = frozenset(words.replace(" ", "") for words in forms)
    return _Reserved(
        whole,
        tuple(sorted(name for name in whole if len(name) >= LONG_ENOUGH)),
        tuple(f" {words} " for words in sorted(forms)),
    )


def _given(period: int) -> frozenset[str]:
    """What is registered now; `period` counts the times at which it is asked for again."""
    return _asked(period, tuple(hooks.get_hooks(HOOK)))


@lru_cache(maxsize=2)
def _asked(period: int, registered: tuple[object, ...]) -> frozenset[str]:
    names: set[str] = set()
    for give in registered:
        given: Iterable[str] = give()  # type: ignore[operator]
        names.update(given)
    return frozenset(names)
