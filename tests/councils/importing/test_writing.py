"""Lines carried out, or nothing of them."""

import datetime as dt

import pytest

from tests.councils.importing.making import applied, checked, member
from tests.councils.making import person, seat, sits
from tests.directory.importing.making import states
from tests.directory.making import agency
from wagtail_prcouncil.councils.importing import plan, stays
from wagtail_prcouncil.councils.models import CouncilPage, Seat
from wagtail_prcouncil.directory.models import Person
from wagtail_prcouncil.exchange.models import ImportRun

pytestmark = pytest.mark.django_db


def test_somebody_else_sits_there_since_the_check(home: CouncilPage) -> None:
    place = seat(home, agency=agency("صندوق کار", code="fund"))
    run = checked(member(since="1400/01/01", until="1400/12/01", agency_code="fund"))
    sits(place, person("لاله نمونه‌پور"), dt.date(2021, 4, 1), dt.date(2021, 5, 1))
    applied(run)
    row = ImportRun.objects.get(pk=run.pk)
    assert (row.state, states(row)) == ("failed", ["conflict"])
    assert Person.objects.filter(name="بهار نمونه‌پور").count() == 0


def test_nothing_is_left_of_a_line_that_the_action_refuses(
    home: CouncilPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the check did not see: neither the person nor the seat stays."""
    monkeypatch.setattr(plan, "check_span", lambda _span: None)
    monkeypatch.setattr(stays, "check_beside", lambda *_args, **_kwargs: None)
    run = checked(member("سپهر نمونه‌نیا", until="1401/01/01", agency_code="roads"))
    assert states(run) == ["new"]
    applied(run)
    assert ImportRun.objects.get(pk=run.pk).state == "failed"
    assert not Person.objects.filter(name="سپهر نمونه‌نیا").exists()
    assert not Seat.objects.filter(agency__code="roads").exists()
