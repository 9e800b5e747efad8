import datetime as dt

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.councils.making import seat
from tests.councils.public.making import BEGAN, LEFT, Peopled
from wagtail_prcouncil.councils.models import Seat
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.councils.public.tenures import Frame, tenure_of, with_first_day
from wagtail_prcouncil.councils.spans import ONE_DAY
from wagtail_prcouncil.councils.states import Precision
from wagtail_prcouncil.ui.languages import PageLanguage
from wagtail_prcouncil.ui.tenure import Row

pytestmark = pytest.mark.django_db
FA, EN = PageLanguage("fa", is_bidi=True), PageLanguage("en", is_bidi=False)
LONG_AGO = dt.date(2010, 1, 1)


def rows(made: Peopled, *seats: Seat, frame: Frame | None = None) -> dict[str, Row]:
    whole = frame or Frame(LONG_AGO, today())
    tenure = tenure_of(read(*(seats or [made.chair, made.vacant])), whole, FA, persons="/p/")
    return {row.title: row for row in tenure.rows} if tenure else {}


def read(*seats: Seat) -> list[Seat]:
    """As pages read them, in their order."""
    found = Seat.objects.filter(pk__in=[seat.pk for seat in seats]).in_order()
    return list(with_first_day(found).select_related("agency"))


def test_holders_follow_each_other(made: Peopled) -> None:
    first, head = next(iter(rows(made).values())).stays
    assert (first.name, first.since_words, first.until) == (
        "مهرآیین نمونه‌یار",
        "۱۳۹۶",
        BEGAN - ONE_DAY,
    )
    assert (head.name, head.is_current, head.url) == ("بهار نمونه‌پور", True, f"/p/{made.head.pk}/")


def test_the_end_of_a_stay_leaves_the_seat_vacant(made: Peopled) -> None:
    left, gap = rows(made)["صندوق نمونه"].stays
    assert (left.until, gap.since, gap.until) == (LEFT, LEFT + ONE_DAY, None)
    assert (gap.look, gap.is_current) == ("vacant", False)


def test_in_a_time_that_is_over_a_gap_ends_with_it(made: Peopled) -> None:
    frame = Frame(BEGAN, LEFT + 30 * ONE_DAY, is_open=False)
    (_left, gap) = rows(made, frame=frame)["صندوق نمونه"].stays
    assert gap.until == frame.until


def test_drawn_from_the_first_day_that_somebody_sat(made: Peopled) -> None:
    tenure = tenure_of(read(made.vacant), Frame(LONG_AGO, today()), EN)
    assert tenure is not None
    (row,) = tenure.rows
    assert row.bars[0].x == "0.000%"


def test_seats_of_one_name_are_told_apart(made: Peopled) -> None:
    other = seat(made.page, agency=made.vacant.agency)
    assert len(rows(made, made.vacant, other)) == 2


def test_nobody_sat_there(made: Peopled) -> None:
    assert tenure_of(read(seat(made.page)), Frame(LONG_AGO, today()), FA) is None


def test_one_query(made: Peopled, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    seats = read(made.chair, made.vacant)
    with django_assert_num_queries(1):
        tenure_of(seats, Frame(LONG_AGO, today()), FA)


def test_before_a_seat_is_known_nothing_is_claimed(made: Peopled) -> None:
    """Its first stay began in 1403: of the years before nobody knows whether it was there."""
    before = Frame(LONG_AGO, BEGAN - ONE_DAY, is_open=False)
    assert rows(made, frame=before)["صندوق نمونه"].stays == ()
    made.vacant.since = dt.date(2020, 3, 20)
    made.vacant.save()
    (gap,) = rows(made, frame=before)["صندوق نمونه"].stays
    assert (gap.look, gap.since, gap.until) == ("vacant", made.vacant.since, BEGAN - ONE_DAY)


def test_an_earlier_stay_than_those_drawn_makes_it_known(made: Peopled) -> None:
    since = LEFT + 9 * ONE_DAY
    (gap,) = rows(made, frame=Frame(since, today()))["صندوق نمونه"].stays
    assert (gap.look, gap.since) == ("vacant", since)


def test_a_gap_ends_as_exactly_as_the_next_stay_begins(made: Peopled) -> None:
    made.vacant.since = dt.date(2020, 3, 20)
    made.vacant.save()
    made.left.council_appointments.update(since_precision=Precision.YEAR)
    gap, left, _vacant = rows(made)["صندوق نمونه"].stays
    assert (gap.look, gap.until_words, left.since_words) == ("vacant", "۱۴۰۳", "۱۴۰۳")
