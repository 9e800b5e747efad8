import datetime as dt

import pytest
from django.test import Client
from django.utils.translation import override
from wagtail.models import ModelLogEntry

from tests.directory.making import agency
from tests.directory.staff import address
from wagtail_prcouncil.directory.actions import close_agency, reopen_agency
from wagtail_prcouncil.directory.models import Agency

pytestmark = pytest.mark.django_db
DAY = dt.date(2024, 3, 20)


def message(verb: str) -> str:
    return str(ModelLogEntry.objects.get(action=f"prcouncil_directory.{verb}").message)


@pytest.fixture
def closed() -> Agency:
    old, new = agency(), agency("سازمان نو", name_en="New Organisation")
    return close_agency(old, on=DAY, reason="merged", successors=[new])


def test_a_closing_in_the_readers_calendar(closed: Agency) -> None:
    with override("en"):
        expected = "Agency closed on 20 March 2024: merged into another; successors: "
        assert message("close_agency") == f"{expected}New Organisation"
    with override("fa"):
        assert "۱ فروردین ۱۴۰۳" in message("close_agency")
        assert "سازمان نو" in message("close_agency")


def test_a_successor_that_is_gone_is_named_by_its_code(closed: Agency) -> None:
    new = closed.successors().get()
    reopen_agency(closed)
    new.delete()
    assert new.code in message("close_agency")


def test_an_opening_tells_what_it_undid(closed: Agency) -> None:
    reopen_agency(closed)
    with override("en"):
        assert message("reopen_agency").endswith("closed on 20 March 2024: merged into another")


def test_the_history_shows_both(closed: Agency, admin: Client) -> None:
    reopen_agency(closed)
    text = admin.get(address("history", closed)).content.decode()
    assert text.count("۱ فروردین ۱۴۰۳") >= 2


def test_an_entry_of_other_making(closed: Agency) -> None:
    ModelLogEntry.objects.filter(action="prcouncil_directory.close_agency").update(data={})
    assert message("close_agency")
