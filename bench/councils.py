"""Councils for measuring: one of forty seats, in which ten times as many have sat."""

import datetime as dt

from home.demo.loading import Tree

from wagtail_prcouncil.councils.models import Appointment, CouncilIndexPage, CouncilPage, Seat
from wagtail_prcouncil.councils.states import Role
from wagtail_prcouncil.directory.models import Agency, Person

SEATS = 40
STAYS = 11  # in each seat: ten that are over, and one that goes on
LENGTH = dt.timedelta(days=200)
NEWEST = dt.date(2026, 3, 21)
VACANT = 10  # every tenth


def full_council(tree: Tree) -> CouncilPage:
    """Made once; it does not grow with the news."""
    known = CouncilPage.objects.filter(slug="forty").first()
    if known is not None:
        return known
    index = CouncilIndexPage.objects.child_of(tree.home).first()
    if index is None:
        index = tree.home.add_child(
            instance=CouncilIndexPage(title="شوراها", slug="councils-measured", locale=tree.fa)
        )
    page = index.add_child(
        instance=CouncilPage(title="شورای چهل کرسی", slug="forty", locale=tree.fa)
    )
    agencies = list(Agency.objects.active().order_by("pk")[:SEATS])
    roles = [Role.CHAIR, Role.VICE_CHAIR, Role.SECRETARY]
    roles += [Role.MEMBER] * (SEATS - len(roles))
    seats = Seat.objects.bulk_create(
        Seat(council=page, agency=agency, role=role, sort_order=place)
        for place, (agency, role) in enumerate(zip(agencies, roles, strict=False), 1)
    )
    people = [Person(name=f"نمونه‌پور {number}") for number in range(len(seats) * STAYS)]
    for person in people:
        person.save()
    stays = [_stay(seat, people.pop(), ago) for seat in seats for ago in range(STAYS)]
    Appointment.objects.bulk_create(stay for stay in stays if stay is not None)
    return page


def _stay(seat: Seat, person: Person, ago: int) -> Appointment | None:
    """The stay so many before the one of today, where there is one today."""
    since = NEWEST - ago * LENGTH
    if not ago and not seat.sort_order % VACANT:
        return None
    until = since + LENGTH - dt.timedelta(days=1) if ago else None
    stay = Appointment(seat=seat, person=person, since=since, until=until)
    stay.note_what_is_sure()
    return stay
