"""What apps send mail for, so that a list of messages can say it in words.

    @hooks.register("register_prcouncil_mail_ground")
    def ground() -> Ground:
        return Ground("press", {"invited": _("invitation")}, titles, seen_by)

The keys of its messages begin with its name and an event: "press.invited:17:…".
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.utils.functional import Promise
from wagtail import hooks

HOOK = "register_prcouncil_mail_ground"


@dataclass(frozen=True, slots=True)
class Subject:
    """What a message is about: a title, and where an editor finds it."""

    title: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Ground:
    """An app's events by name; the subjects of messages by their `about` ("press:17"), for many at
    once; and as a condition on messages those that a user sees who is no administrator."""

    name: str
    events: Mapping[str, str | Promise]
    subjects: Callable[[Iterable[str]], Mapping[str, Subject]]
    seen_by: Callable[[Any], Q]


def registered_grounds() -> dict[str, Ground]:
    """By name."""
    found = (make() for make in hooks.get_hooks(HOOK))
    return {ground.name: ground for ground in found}


def event_of(key: str, grounds: Mapping[str, Ground]) -> str:
    """What a message tells of, in words; its name where no app says it."""
    event = key.partition(":")[0]
    app, _dot, name = event.partition(".")
    ground = grounds.get(app)
    return str(ground.events.get(name, event)) if ground else event


def subjects_of(abouts: Iterable[str], grounds: Mapping[str, Ground]) -> dict[str, Subject]:
    """By `about`; what nobody knows any more is missing."""
    asked = sorted({about for about in abouts if about})
    found: dict[str, Subject] = {}
    for ground in grounds.values():
        found |= ground.subjects(asked)
    return found
