"""The minutes on the desk."""

import pytest

from tests.making import SmallSite
from tests.meetings.admin.desk import chief, place, secretary
from tests.meetings.making import (
    approved,
    circulated,
    fresh,
    held,
    item,
    resolution,
    staffed_council,
)
from wagtail_prcouncil.meetings.actions import minuting
from wagtail_prcouncil.meetings.models import Meeting
from wagtail_prcouncil.meetings.rights import Right
from wagtail_prcouncil.meetings.states import Visibility


@pytest.fixture
def meeting(site: SmallSite) -> Meeting:
    made = held(staffed_council(site))
    item(made, "بند همگانی", discussion="گفت‌وگو")
    item(made, "بند بسته", discussion="رازگفتار", visibility=Visibility.CLOSED)
    resolution(made, "مقرر شد")
    return fresh(made)


def test_before_they_are_drawn_up(meeting: Meeting) -> None:
    page = chief().get(place("minutes", meeting))
    assert [verb.label for verb in page.context["verbs_now"]]
    assert page.context["parts"] == []


def test_secretaries_see_all_and_what_readers_do_not_get(meeting: Meeting) -> None:
    minuting.draw_up(meeting, version=meeting.version)
    page = secretary(meeting.council).get(place("minutes", meeting))
    assert "رازگفتار" in page.content.decode()
    assert page.context["withheld"] in ("1", "۱")
    assert page.context["may_write"]
    marks = [bool(part.visibility) for part in page.context["parts"]]
    assert marks == [False, False, False, True, False]
    assert not any(part.is_edited or part.is_own for part in page.context["parts"])


def test_whoever_only_looks_is_offered_nothing(meeting: Meeting) -> None:
    sent = circulated(meeting)
    page = secretary(sent.council, rights=[Right.VIEW]).get(place("minutes", sent))
    assert page.status_code == 200
    assert not page.context["verbs_now"]
    assert not page.context["may_object"]


def test_how_they_were_approved(meeting: Meeting) -> None:
    page = chief().get(place("minutes", approved(meeting)))
    assert len(page.context["told"]) == 2
    assert page.context["may_scan"]


def test_the_number_of_open_objections_stands_on_the_tab(meeting: Meeting) -> None:
    sent = circulated(meeting)
    seat = sent.council.seats.first()
    assert seat
    minuting.object_to(sent, seat, text="نادرست است")
    page = chief().get(place("minutes", sent))
    assert [tab.badge for tab in page.context["tabs"] if tab.is_current] in (["1"], ["۱"])
    assert "نادرست است" in page.content.decode()
