import datetime as dt

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied

from tests.councils.making import START, council, election, in_english, seat, sits
from tests.councils.staff import group_for, member_of
from tests.making import SmallSite
from wagtail_prcouncil.councils.actions.appointing import Letter, correct
from wagtail_prcouncil.councils.actions.closing import close_council, reopen_council
from wagtail_prcouncil.councils.actions.electing import announce
from wagtail_prcouncil.councils.actions.seating import save_seat
from wagtail_prcouncil.councils.models import CouncilPage, Election, Seat
from wagtail_prcouncil.councils.rules import ConflictError, CouncilError
from wagtail_prcouncil.councils.spans import Span
from wagtail_prcouncil.councils.states import CouncilEnd, Precision, Role

pytestmark = pytest.mark.django_db
END = START + dt.timedelta(days=200)


def test_a_council_ends_with_whoever_sits_in_it(site: SmallSite) -> None:
    page = council(site)
    row = sits(seat(page))
    closed = close_council(
        in_english(page, site), on=END, reason=CouncilEnd.DISSOLVED, note="به حکم وزیر", by=None
    )
    row.refresh_from_db()
    assert (closed, closed.closed_on, row.until) == (page, END, END)
    with pytest.raises(ConflictError):
        close_council(page, on=END, reason=CouncilEnd.DISSOLVED, by=None)


def test_the_last_day_is_known_whatever_was_known_of_the_end(site: SmallSite) -> None:
    row = sits(seat(council(site)))
    span = Span.of(START, END + dt.timedelta(days=99), until_precision=Precision.YEAR)
    correct(row, Letter(row.person, span), version=1)
    close_council(row.seat.council, on=END, reason=CouncilEnd.EXPIRED, by=None)
    row.refresh_from_db()
    assert (row.until, row.until_precision, row.surely_until) == (END, Precision.DAY, END)


def test_whoever_inherits_the_facts_knows_the_end(site: SmallSite) -> None:
    page = council(site)
    english = in_english(page, site)
    close_council(page, on=END, reason=CouncilEnd.EXPIRED, by=None)
    page.delete()
    assert CouncilPage.objects.get(pk=english.pk).closed_on == END


def test_an_open_election_is_settled_first(site: SmallSite) -> None:
    page = council(site)
    election(seat(page, Role.CHAIR))
    with pytest.raises(CouncilError) as refused:
        close_council(page, on=END, reason=CouncilEnd.EXPIRED, by=None)
    assert refused.value.field == "on"


def test_a_draft_does_not_open_it_again(site: SmallSite) -> None:
    page = council(site)
    draft = page.save_revision()
    close_council(page, on=END, reason=CouncilEnd.EXPIRED, by=None)
    draft.publish()
    assert CouncilPage.objects.get(pk=page.pk).closed_on == END


def test_it_is_opened_again_without_those_who_went(site: SmallSite) -> None:
    page = council(site)
    row = sits(seat(page))
    close_council(page, on=END, reason=CouncilEnd.EXPIRED, by=None)
    assert reopen_council(page, by=None).closed_on is None
    row.refresh_from_db()
    assert row.until == END
    with pytest.raises(ConflictError):
        reopen_council(page, by=None)


@pytest.mark.parametrize(
    ("on", "reason", "field"),
    [
        (dt.date(2999, 1, 1), CouncilEnd.EXPIRED, "on"),
        (START - dt.timedelta(days=9), CouncilEnd.EXPIRED, "on"),
        (END, "tired", "reason"),
    ],
)
def test_rules_of_closing(site: SmallSite, on: dt.date, reason: str, field: str) -> None:
    page = council(site, founded_on=START)
    with pytest.raises(CouncilError) as refused:
        close_council(page, on=on, reason=reason, by=None)
    assert refused.value.field == field


def test_a_closed_council_accepts_nothing_new(site: SmallSite) -> None:
    page = council(site)
    place = seat(page, Role.CHAIR)
    close_council(page, on=END, reason=CouncilEnd.EXPIRED, by=None)
    for attempt in (
        lambda: sits(place, since=END),
        lambda: save_seat(Seat(council=page, agency=place.agency)),
        lambda: announce(Election(seat=place, announced_on=END)),
    ):
        with pytest.raises(CouncilError):
            attempt()
    sits(place, until=END)


def test_nobody_takes_a_seat_after_the_end(site: SmallSite) -> None:
    page = council(site)
    sits(seat(page), since=END + dt.timedelta(days=1))
    with pytest.raises(CouncilError):
        close_council(page, on=END, reason=CouncilEnd.EXPIRED, by=None)


def test_whoever_publishes_the_page_closes_the_council(site: SmallSite) -> None:
    page = council(site)
    for user in (
        member_of(group_for(page, rights=["prcouncil_councils.change_seat"])),
        get_user_model().objects.create_user("nobody", password="x"),
    ):
        with pytest.raises(PermissionDenied):
            close_council(page, on=END, reason=CouncilEnd.EXPIRED, by=user)
    chief = get_user_model().objects.create_superuser("chief", password="x")
    assert close_council(page, on=END, reason=CouncilEnd.EXPIRED, by=chief).closed_on == END
