"""How much a council's pages may ask of the database, however many sat there before: forty seats,
every slot filled, in both languages."""

import pytest

from tests.councils.making import START, council, election, in_english, person, seat
from tests.making import SmallSite, live_news, small_site
from tests.walks.test_register_queries import asked
from wagtail_prcouncil.councils.actions.seating import save_term
from wagtail_prcouncil.councils.models import Appointment, CouncilPage, Seat, Term
from wagtail_prcouncil.councils.spans import ONE_DAY
from wagtail_prcouncil.councils.states import Phase, Role

BUDGET = 20
SEATS, FEW, MANY = 40, 1, 10  # former members of each seat


@pytest.fixture
def site(db: None) -> SmallSite:
    return small_site()


@pytest.fixture(scope="module")
def sitting(kept_rows: None) -> tuple[CouncilPage, list[Seat]]:
    return full(small_site())


def grow(seats: list[Seat], former: int) -> None:
    """As many stays that are over in each seat, of people of their own, before those there are."""
    stays = []
    for place in seats:
        earliest = place.appointments.order_by("since").first()
        assert earliest is not None
        until = earliest.since - ONE_DAY
        for _number in range(former):
            since = until - 99 * ONE_DAY
            stays.append(Appointment(seat=place, person=person(), since=since, until=until))
            until = since - ONE_DAY
    for stay in stays:
        stay.note_what_is_sure()
    Appointment.objects.bulk_create(stays)


def full(site: SmallSite) -> tuple[CouncilPage, list[Seat]]:
    """Forty seats, one in four vacant today, with news of their agencies, terms and elections."""
    page = council(site, summary="هماهنگ می‌کند.", parent_council=council(site))
    roles = [Role.CHAIR, Role.SECRETARY, *[Role.MEMBER] * (SEATS - 2)]
    seats = [seat(page, role) for role in roles]
    for number, place in enumerate(seats):
        until = START + 30 * ONE_DAY if number % 4 == 3 else None
        row = Appointment(seat=place, person=person(), since=START, until=until)
        row.save()
        live_news(site, agency=place.agency)
    for number in range(1, 4):
        since = START + (number - 3) * 400 * ONE_DAY
        until = since + 399 * ONE_DAY if number < 3 else None
        save_term(Term(council=page, number=number, since=since, until=until))
    election(seats[0], phase=Phase.ANNULLED, note="حد نصاب نبود")
    return page, seats


@pytest.mark.parametrize("language", ["fa", "en"])
def test_a_council(sitting: tuple[CouncilPage, list[Seat]], site: SmallSite, language: str) -> None:
    page, seats = sitting
    grow(seats, FEW)
    shown = page if language == "fa" else in_english(page, site)
    urls = [f"{shown.url}{path}" for path in ("", "members/", "seats/", "elections/")]
    few = [asked(url) for url in urls]
    grow(seats, MANY)
    many = [asked(url) for url in urls]
    assert many == few
    assert max(many) <= BUDGET, dict(zip(urls, many, strict=True))
