"""Who works at the desk of charters, and its addresses."""

from typing import Any

from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from tests.charters.making import fresh
from tests.councils.admin.desk import chief, errors, logged_in
from tests.councils.staff import group_for, member_of
from wagtail_prcouncil.charters.actions.adopting import texts_to_freeze
from wagtail_prcouncil.charters.models import Charter
from wagtail_prcouncil.charters.rights import Right
from wagtail_prcouncil.charters.texts import digest_of

__all__ = ["chief", "errors", "logged_in", "now", "place", "secretary", "seen"]

KEEPING = [right for right in Right if ".delete_" not in right]
"""What a secretary of charters is given."""


def secretary(*councils: Page, rights: Any = KEEPING) -> Client:
    """Somebody who keeps the charters of these councils and no others, logged in."""
    return logged_in(member_of(group_for(*councils, rights=rights)))


def place(name: str, row: Any = None) -> str:
    """The address of a screen of the desk: "index", "text", "adopt"…"""
    key = row.pk if row is not None and not isinstance(row, int) else row
    return reverse(f"prcouncil_charters:{name}", args=[] if key is None else [key])


def now(one: Charter, **said: Any) -> dict[str, Any]:
    """What the screen of a verb sends, of the charter as it stands."""
    return {"version": str(fresh(one).version)} | said


def seen(one: Charter) -> str:
    """What the screen of adopting sends back of the texts that it showed."""
    found = one.versions.drafts().get()
    return " ".join(map(digest_of, texts_to_freeze(found).values()))
