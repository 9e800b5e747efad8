"""Councils for tests."""

import datetime as dt
from itertools import count
from typing import Any

from wagtail.models import Page

from tests.directory.making import agency
from tests.making import SmallSite, below, translated
from tests.staging import staged
from wagtail_prcouncil.councils.actions.appointing import Letter, appoint
from wagtail_prcouncil.councils.models import (
    Appointment,
    CouncilIndexPage,
    CouncilPage,
    Election,
    Seat,
)
from wagtail_prcouncil.councils.spans import Span
from wagtail_prcouncil.councils.states import Role
from wagtail_prcouncil.directory.models import Person

_numbers = count(1)
START = dt.date(2024, 3, 20)  # 1 Farvardin 1403


@staged
def person(name: str = "", **fields: Any) -> Person:
    return Person.objects.create(name=name or f"نمونه‌پور {next(_numbers)}", **fields)


@staged
def council_index(site: SmallSite) -> CouncilIndexPage:
    """The list of councils, live, with its English translation."""
    home, home_en = (Page.objects.get(pk=page.pk) for page in (site.home, site.home_en))
    page = home.add_child(
        instance=CouncilIndexPage(title="شوراها", slug="councils", locale=site.fa)
    )
    translated(page, home_en, site.en, title="Councils", slug="councils")
    return page


@staged
def council(site: SmallSite, title: str = "شورای هماهنگی", **fields: Any) -> CouncilPage:
    """A live council in the site's list, which is made when it is missing."""
    index = CouncilIndexPage.objects.filter(locale=site.fa).first() or council_index(site)
    page = below(index, CouncilPage, title=title, slug=f"council-{next(_numbers)}", **fields)
    page.save_revision().publish()
    return CouncilPage.objects.get(pk=page.pk)


@staged
def in_english(page: CouncilPage, site: SmallSite, title: str = "Council") -> CouncilPage:
    """The council's English page, live."""
    index = CouncilIndexPage.objects.get(locale=site.en)
    return translated(page, index, site.en, title=title, slug=page.slug)


@staged
def seat(page: CouncilPage, role: str = Role.MEMBER, **fields: Any) -> Seat:
    """A seat, of an agency of its own unless told."""
    made = {"agency": agency()} if "agency" not in fields else {}
    return Seat.objects.create(council=page, role=role, **(made | fields))


@staged
def sits(
    place: Seat,
    who: Person | None = None,
    since: dt.date = START,
    until: dt.date | None = None,
    **said: Any,
) -> Appointment:
    """Somebody in a seat, as the action has it."""
    return appoint(place, Letter(who or person(), Span.of(since, until), **said))


@staged
def election(place: Seat, **fields: Any) -> Election:
    return Election.objects.create(seat=place, **({"announced_on": START} | fields))
