import pytest

from wagtail_prcouncil.meetings.models import MeetingIndexPage, MeetingPage


@pytest.mark.parametrize(("name", "path"), [("meeting", ""), ("minutes", "minutes/")])
def test_parts_of_a_meeting(name: str, path: str) -> None:
    assert MeetingPage().reverse_subpage(name) == path


def test_editions_lie_below_the_meeting() -> None:
    assert MeetingPage().reverse_subpage("agenda_edition", args=(2,)) == "agenda/2/"


@pytest.mark.parametrize(
    ("name", "path"),
    [("meetings", ""), ("calendar_now", "calendar/"), ("resolutions", "resolutions/")],
)
def test_parts_of_a_list(name: str, path: str) -> None:
    assert MeetingIndexPage().reverse_subpage(name) == path


def test_months_lie_below_the_list() -> None:
    assert MeetingIndexPage().reverse_subpage("calendar", args=(1405, 9)) == "calendar/1405/9/"
