"""What the filters of the list offer."""

from django.test import RequestFactory

from tests.councils.staff import group_for, member_of
from tests.making import SmallSite
from tests.meetings.admin.desk import KEEPING
from tests.meetings.making import announced, meeting, staffed_council
from wagtail_prcouncil.meetings.admin.filters import councils, years


def test_councils_are_those_of_which_the_user_sees_meetings(site: SmallSite) -> None:
    mine, _other = staffed_council(site), staffed_council(site)
    request = RequestFactory().get("/")
    request.user = member_of(group_for(mine, rights=KEEPING))
    assert list(councils(request)) == [mine]


def test_years_are_those_in_which_numbers_were_given(site: SmallSite) -> None:
    council = staffed_council(site)
    meeting(council)
    assert years() == []
    made = announced(council)
    announced(council)
    assert [year for year, _label in years()] == [made.year]
