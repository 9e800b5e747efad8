"""What apps say of their mail."""

from collections.abc import Iterable, Mapping

from django.db.models import Q
from wagtail import hooks

from wagtail_prcouncil.outbox.grounds import (
    HOOK,
    Ground,
    Subject,
    event_of,
    registered_grounds,
    subjects_of,
)


def subjects(abouts: Iterable[str]) -> Mapping[str, Subject]:
    return {about: Subject(about.upper()) for about in abouts if about.startswith("press:")}


def ground() -> Ground:
    return Ground("press", {"invited": "Invitation"}, subjects, lambda user: Q())


def test_events_and_subjects_in_words() -> None:
    with hooks.register_temporarily(HOOK, ground):
        grounds = registered_grounds()
    assert event_of("press.invited:17:a", grounds) == "Invitation"
    assert event_of("press.moved:17:a", grounds) == "press.moved"
    assert event_of("other.thing:1", grounds) == "other.thing"
    found = subjects_of(["press:1", "", "other:2"], {"press": grounds["press"]})
    assert found == {"press:1": Subject("PRESS:1")}
