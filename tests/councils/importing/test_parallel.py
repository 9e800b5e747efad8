"""Two imports at the same moment."""

import pytest

from tests.councils.importing.making import applied, checked, member
from tests.councils.making import council
from tests.councils.test_parallel import at_once
from tests.directory.making import agency
from tests.making import small_site
from wagtail_prcouncil.councils.models import Appointment, CouncilPage, Seat
from wagtail_prcouncil.exchange.models import ImportRun

pytestmark = [pytest.mark.needs("postgres"), pytest.mark.django_db(transaction=True)]

YEARS = 20


@pytest.fixture
def councils(transactional_db: None) -> list[CouncilPage]:
    site = small_site()
    agency("سازمان آب", code="water")
    agency("ادارهٔ راه", code="roads")
    return [council(site, title) for title in ("شورای الف", "شورای ب")]


def history(*councils: CouncilPage, code: str) -> ImportRun:
    """The check of a file that writes long in one council before it comes to the next."""
    rows = [
        member(
            f"نمونه {code} {place} {year}",
            f"{year}/01/01",
            until=f"{year}/06/01",
            council=page.slug,
            agency_code=code,
        )
        for place, page in enumerate(councils)
        for year in range(1300 + place * YEARS, 1300 + (place + 1) * YEARS)
    ]
    return checked(*rows)


def test_two_that_come_to_the_same_councils_from_both_ends(councils: list[CouncilPage]) -> None:
    one, other = history(*councils, code="water"), history(*reversed(councils), code="roads")
    results = at_once(lambda: applied(one), lambda: applied(other))
    assert [run.state for run in results if isinstance(run, ImportRun)] == ["done", "done"]
    assert Appointment.objects.count() == 4 * YEARS


def test_one_file_twice_makes_each_seat_once(councils: list[CouncilPage]) -> None:
    runs = [history(councils[0], code="water") for _two in range(2)]
    results = at_once(*[lambda run=run: applied(run) for run in runs])
    states = [run.state for run in results if isinstance(run, ImportRun)]
    assert sorted(states) == ["done", "failed"]
    assert (Seat.objects.count(), Appointment.objects.count()) == (1, YEARS)
