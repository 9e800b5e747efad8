import datetime as dt

import pytest

from tests.councils.making import START, council, election, person, seat, sits
from tests.directory.making import agency
from tests.making import SmallSite
from wagtail_prcouncil.councils.actions.seating import order_seats, save_seat, save_term
from wagtail_prcouncil.councils.models import Seat, Term
from wagtail_prcouncil.councils.rules import ConflictError, CouncilError
from wagtail_prcouncil.councils.states import Capacity, Role
from wagtail_prcouncil.directory.models import Agency

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


def refused_beside(row: Seat | Term) -> str:
    """The field that a row is refused for."""
    with pytest.raises(CouncilError) as refused:
        save_seat(row) if isinstance(row, Seat) else save_term(row)
    return refused.value.field


def test_a_new_seat_comes_last(site: SmallSite) -> None:
    page = council(site)
    rows = [save_seat(Seat(council=page, agency=agency())) for _ in range(3)]
    assert [row.sort_order for row in rows] == [1, 2, 3]


def test_a_seat_of_a_translation_hangs_on_the_original(site: SmallSite) -> None:
    from tests.councils.making import in_english

    page = council(site)
    row = save_seat(Seat(council=in_english(page, site), agency=agency()))
    assert row.council == page


def test_an_agency_that_is_closed_gets_no_seat_and_keeps_its_own(site: SmallSite) -> None:
    place = seat(council(site))
    Agency.objects.filter(pk=place.agency_id).update(closed_on=START, closing_reason="abolished")
    closed = Agency.objects.get(pk=place.agency_id)
    assert refused_beside(Seat(council=place.council, agency=closed)) == "agency"
    place = Seat.objects.get(pk=place.pk)
    place.label = "نمایندهٔ بانک‌ها"
    assert save_seat(place).label == "نمایندهٔ بانک‌ها"


def test_rules_of_a_seat(site: SmallSite) -> None:
    page = council(site)
    assert refused_beside(Seat(council=page, is_voting=True)) == "is_voting"
    backwards = Seat(council=page, agency=agency(), since=START, until=START - DAY)
    assert refused_beside(backwards) == "until"
    seat(page, Role.CHAIR)
    assert refused_beside(Seat(council=page, agency=agency(), role=Role.CHAIR)) == "role"
    save_seat(Seat(council=page, agency=agency(), role=Role.VICE_CHAIR))
    save_seat(Seat(council=page, agency=agency(), role=Role.VICE_CHAIR))


def test_a_seat_does_not_end_under_whoever_sits_there(site: SmallSite) -> None:
    place = seat(council(site))
    sits(place)
    place.until = START + DAY
    assert refused_beside(place) == "until"


def test_a_seat_that_gets_a_vote_gives_nobody_two(site: SmallSite) -> None:
    page, who = council(site), person()
    sits(seat(page), who)
    office = seat(page, Role.SECRETARY, is_voting=False)
    sits(office, who)
    office.is_voting = True
    with pytest.raises(CouncilError, match=str(who)) as refused:
        save_seat(office)
    assert refused.value.field == "is_voting"


def test_a_substitute_has_no_vote_to_count(site: SmallSite) -> None:
    page, who = council(site), person()
    sits(seat(page), who)
    office = seat(page, Role.SECRETARY, is_voting=False)
    sits(office, who, capacity=Capacity.SUBSTITUTE)
    office.is_voting = True
    assert save_seat(office).is_voting


def test_a_deleted_seat_is_not_saved_again(site: SmallSite) -> None:
    place = seat(council(site))
    Seat.objects.filter(pk=place.pk).delete()
    with pytest.raises(ConflictError):
        save_seat(place)


def test_seats_are_ordered_all_together(site: SmallSite) -> None:
    page = council(site)
    rows = [save_seat(Seat(council=page, agency=agency())) for _ in range(3)]
    keys = [row.pk for row in reversed(rows)]
    order_seats(page, keys)
    assert list(page.seats.values_list("pk", flat=True)) == keys
    other = seat(council(site))
    for wrong in (keys[:2], [*keys, other.pk], [keys[0], *keys[:2]]):
        with pytest.raises(ConflictError):
            order_seats(page, wrong)


def test_terms_have_numbers_and_days_of_their_own(site: SmallSite) -> None:
    page = council(site)
    save_term(Term(council=page, number=1, since=START, until=START + 9 * DAY))
    assert refused_beside(Term(council=page, number=1, since=START + 20 * DAY)) == "number"
    assert refused_beside(Term(council=page, number=2, since=START + 9 * DAY)) == "since"
    assert refused_beside(Term(council=page, number=2, since=START, until=START - DAY)) == "until"
    save_term(Term(council=page, number=2, since=START + 10 * DAY))
    save_term(Term(council=council(site), number=1, since=START))


@pytest.mark.parametrize("kind", [Seat, Term])
def test_the_second_of_two_writers_is_refused(site: SmallSite, kind: type[Seat | Term]) -> None:
    page = council(site)
    made = seat(page) if kind is Seat else Term.objects.create(council=page, number=1, since=START)
    mine, yours = (kind._default_manager.get(pk=made.pk) for _reader in range(2))
    save = save_seat if kind is Seat else save_term
    yours.until = START + 99 * DAY
    assert save(yours).version == 2  # type: ignore[arg-type]
    with pytest.raises(ConflictError):
        save(mine)  # type: ignore[arg-type]
    made.refresh_from_db()
    assert (made.until, made.version) == (START + 99 * DAY, 2)


def test_an_office_stays_one_while_its_election_is_open(site: SmallSite) -> None:
    place = seat(council(site), Role.VICE_CHAIR)
    one = election(place)
    place.role = Role.MEMBER
    assert refused_beside(place) == "role"
    one.delete()
    assert save_seat(place).role == Role.MEMBER
