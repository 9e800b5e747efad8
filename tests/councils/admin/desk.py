"""Who works with councils in the admin, and what their browsers send."""

from typing import Any

from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from tests.councils.staff import group_for, member_of
from wagtail_prcouncil.councils.states import Right

KEEPING = [right for right in Right if ".delete_" not in right]
"""What a council's secretary is given."""


def chief() -> Client:
    """A superuser, logged in."""
    return logged_in(User.objects.create_superuser("chief", "chief@example.invalid", "x"))


def secretary(*councils: Page, rights: Any = KEEPING) -> Client:
    """Somebody who keeps these councils and no others, logged in."""
    return logged_in(member_of(group_for(*councils, rights=rights)))


def logged_in(user: Any) -> Client:
    client = Client()
    client.force_login(user)
    return client


def seat_place(verb: str, key: Any = None) -> str:
    """The address of a screen of seats: "index", "add", "edit", "appoint", "order"…"""
    return _place("seats", verb, key)


def appointment_place(verb: str, key: Any = None) -> str:
    return _place("appointments", verb, key)


def term_place(verb: str, key: Any = None) -> str:
    return _place("terms", verb, key)


def election_place(verb: str, key: Any = None) -> str:
    return _place("elections", verb, key)


def _place(rows: str, verb: str, key: Any) -> str:
    return reverse(f"prcouncil_{rows}:{verb}", args=[key] if key is not None else [])


def seat_words(council: Page | None = None, **said: Any) -> dict[str, Any]:
    """What the screen of a seat sends: an observer's, who needs no agency, unless told."""
    words = {
        "agency": "",
        "role": "observer",
        "filled_by": "appointed",
        "label": "ناظر",
        "label_en": "",
        "since": "",
        "until": "",
        "version": "1",
    }
    if council is not None:
        words["council"] = str(council.pk)
    return words | said


def letter_words(person: Any, since: str = "1403/01/01", **said: Any) -> dict[str, Any]:
    """What the screen of an appointment sends, in Persian."""
    words = {
        "person": str(person.pk),
        "capacity": "full",
        "agency": "",
        "since": since,
        "until": "",
        "since_precision": "day",
        "until_precision": "day",
        "basis": "letter",
        "letter_number": "",
        "letter_on": "",
        "title": "",
        "title_en": "",
    }
    return words | said


def vote_words(version: int, votes: dict[int, Any], **said: Any) -> dict[str, Any]:
    """What the record of a vote sends."""
    words = {
        "version": str(version),
        "held_on": "1403/02/01",
        "method": "secret",
        "voters_present": "9",
        "blank_votes": "0",
        "spoiled_votes": "0",
        "meeting": "",
        "meeting_note": "",
        "note": "",
    }
    return words | {f"votes_{key}": str(count) for key, count in votes.items()} | said


def candidate_words(version: int, *people: Any, first: int = 0, **said: Any) -> dict[str, Any]:
    """What the screen of candidates sends; `first` of them stood before."""
    words: dict[str, Any] = {
        "version": str(version),
        "candidates-TOTAL_FORMS": str(len(people)),
        "candidates-INITIAL_FORMS": str(first),
    }
    for place, one in enumerate(people):
        words[f"candidates-{place}-person"] = str(one.pk)
        words[f"candidates-{place}-agency"] = ""
    return words | said


def errors(response: Any) -> dict[str, list[str]]:
    """By field, as the screen shows them."""
    return {name: list(found) for name, found in response.context["form"].errors.items()}
