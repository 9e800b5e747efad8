import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone, translation

from tests.councils.making import START, council, seat
from tests.directory.making import agency
from tests.making import SmallSite
from wagtail_prcouncil.councils.models import Seat
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.councils.states import Role

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


def test_today_is_tehrans(monkeypatch: pytest.MonkeyPatch) -> None:
    late = dt.datetime(2026, 3, 20, 21, 0, tzinfo=dt.UTC)  # half past midnight in Tehran
    monkeypatch.setattr(timezone, "now", lambda: late)
    assert today() == dt.date(2026, 3, 21)


def test_officers_come_first_whatever_the_order(site: SmallSite) -> None:
    page = council(site)
    roles = [Role.OBSERVER, Role.MEMBER, Role.SECRETARY, Role.VICE_CHAIR, Role.CHAIR]
    for place, role in enumerate(roles):
        seat(page, role, sort_order=place)
    assert [row.role for row in page.seats.in_order()] == roles[::-1]


def test_a_seat_is_there_on_its_first_and_last_day(site: SmallSite) -> None:
    page = council(site)
    row = seat(page, since=START, until=START + 9 * DAY)
    always = seat(page)
    for day, there in ((START - DAY, False), (START, True), (START + 9 * DAY, True)):
        assert (row in Seat.objects.on(day)) == there
        assert always in Seat.objects.on(day)
    assert row not in Seat.objects.on(START + 10 * DAY)


def test_the_database_refuses_what_cannot_be(site: SmallSite) -> None:
    page = council(site)
    for wrong in (
        {"agency": None, "is_voting": True},
        {"since": START, "until": START - DAY},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            seat(page, **wrong)


@pytest.mark.parametrize(
    ("said", "persian", "english"),
    [
        ({}, "بانک نمونه", "Example Bank"),
        ({"label": "نمایندهٔ بانک‌ها"}, "نمایندهٔ بانک‌ها", "نمایندهٔ بانک‌ها"),
        ({"label": "نماینده", "label_en": "Delegate"}, "نماینده", "Delegate"),
    ],
)
def test_what_it_is_called(
    site: SmallSite, said: dict[str, str], persian: str, english: str
) -> None:
    row = seat(council(site), agency=agency("بانک نمونه", name_en="Example Bank"), **said)
    assert (row.name_in("fa"), row.name_in("en")) == (persian, english)


def test_an_officer_is_called_by_the_role(site: SmallSite) -> None:
    row = seat(council(site), Role.CHAIR)
    with translation.override("en"):
        assert row.name_as_read() == "chair"
