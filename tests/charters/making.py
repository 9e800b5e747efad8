"""Charters for tests."""

import datetime as dt
from collections.abc import Sequence
from itertools import count
from typing import Any

from wagtail.rich_text import RichText

from tests.councils.making import in_english as council_in_english
from tests.councils.making import person, seat, sits
from tests.making import SmallSite, below, translated
from tests.staging import staged
from wagtail_prcouncil.charters.actions import adopting, drafting, signing
from wagtail_prcouncil.charters.models import (
    Charter,
    CharterIndexPage,
    CharterPage,
    CharterVersion,
    Signature,
)
from wagtail_prcouncil.charters.states import Method
from wagtail_prcouncil.councils.models import CouncilPage, Seat
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.directory.models import Person

_numbers = count(1)
A_DAY = dt.timedelta(days=1)


def clause(label: str, text: str = "متن", **value: Any) -> dict[str, Any]:
    """A raw clause; `parts` are raw ones, too."""
    given: dict[str, Any] = {
        "anchor": "",
        "label": label,
        "heading": "",
        "text": f"<p>{text}</p>" if text else "",
        "note": "",
        "rationale": "",
        "is_measurable": False,
    } | value
    return {"type": "clause", "id": f"block-{next(_numbers)}", "value": given}


def three() -> list[dict[str, Any]]:
    """Three clauses, the second with two parts; the third can be measured."""
    parts = [clause("الف", "یک"), clause("ب", "دو")]
    return [
        clause("مادهٔ ۱", "راستی"),
        clause("مادهٔ ۲", "روشنی", parts=parts),
        clause("مادهٔ ۳", "پاسخ در دو روز", is_measurable=True),
    ]


@staged
def charter_index(page: CouncilPage) -> CharterIndexPage:
    """The council's list of charters, live; made when it is missing."""
    found = CharterIndexPage.objects.child_of(page).first()
    if found is None:
        found = below(page, CharterIndexPage, title="میثاق‌نامه‌ها", slug="charters")
        found.save_revision().publish()
    return CharterIndexPage.objects.get(pk=found.pk)


@staged
def charter(
    page: CouncilPage,
    *,
    title: str = "میثاق‌نامه",
    clauses: Sequence[dict[str, Any]] | None = None,
    **fields: Any,
) -> Charter:
    """A charter of that council whose page is live, with three clauses where none are given, and
    no version yet."""
    raw = list(three() if clauses is None else clauses)
    given: dict[str, Any] = {"slug": f"charter-{next(_numbers)}", "clauses": raw} | fields
    made = below(charter_index(page), CharterPage, title=title, **given)
    made.save_revision().publish()
    return Charter.objects.get(page=made)


def fresh(one: Charter) -> Charter:
    return Charter.objects.get(pk=one.pk)


@staged
def draft(one: Charter) -> CharterVersion:
    """Its open draft, begun where there is none."""
    found = one.versions.drafts().first()
    return found or drafting.begin(fresh(one), version=None)


@staged
def adopted(one: Charter, *, days: int = -30, **given: Any) -> CharterVersion:
    """Its draft, adopted so many days from now and in force from that day on."""
    day = today() + days * A_DAY
    facts: dict[str, Any] = {"adopted_on": day, "in_force_from": day, "version": None} | given
    return adopting.adopt(draft(one), **facts)


@staged
def rewritten(one: Charter, text: str, *, place: int = 0) -> CharterPage:
    """The charter's page with other words in one clause, saved as a draft."""
    page = fresh(one).page.get_latest_revision_as_object()
    page.clauses[place].value["text"] = RichText(f"<p>{text}</p>")
    page.save_revision()
    return page


@staged
def signatory(one: Charter) -> tuple[Seat, Person]:
    """Somebody who sits in its council for an agency."""
    place, somebody = seat(one.council), person()
    sits(place, somebody, since=dt.date(2020, 3, 20))
    return place, somebody


@staged
def signed(version: CharterVersion, **given: Any) -> Signature:
    """A signature of a new member, in person, yesterday."""
    place, somebody = signatory(version.charter)
    facts: dict[str, Any] = {
        "agency": place.agency,
        "person": somebody,
        "method": Method.IN_PERSON,
        "signed_on": today() - A_DAY,
    } | given
    return signing.sign(version, **facts)


@staged
def in_english(one: Charter, site: SmallSite, title: str = "Covenant") -> CharterPage:
    """The charter's English page with the same clauses, live, below English pages of its council
    and its list."""
    above = CouncilPage.objects.filter(
        translation_key=one.council.translation_key, locale=site.en
    ).first() or council_in_english(one.council, site)
    index = CharterIndexPage.objects.get(pk=one.page.get_parent().pk)
    listed = CharterIndexPage.objects.filter(
        translation_key=index.translation_key, locale=site.en
    ).first() or translated(index, above, site.en, title="Charters", slug="charters")
    same = list(fresh(one).page.clauses.raw_data)
    words = {"title": title, "slug": one.page.slug, "clauses": same}
    return translated(one.page, listed, site.en, **words)
