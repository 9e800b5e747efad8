"""Whose reports and assignments a login sees."""

from tests.councils.staff import group_for, member_of
from tests.making import SmallSite
from tests.meetings.making import announced, held, staffed_council
from tests.meetings.owing import agencies_at, assignment, reporter_of, requested
from wagtail_prcouncil.meetings.models import Reporter
from wagtail_prcouncil.meetings.owed import agencies_of, assignments_of, reports_of


def test_of_ones_own_agencies_alone(site: SmallSite) -> None:
    made, past = announced(staffed_council(site)), held(staffed_council(site))
    mine, other, _third = agencies_at(made.council)
    report, _of_other = requested(made, mine, other)
    task = assignment(past, mine)
    assignment(past, other)
    user = reporter_of(mine)
    assert list(agencies_of(user)) == [mine]
    assert list(reports_of(user)) == [report]
    assert list(assignments_of(user)) == [task]


def test_without_the_right_or_the_agency_there_is_nothing(site: SmallSite) -> None:
    agency = agencies_at(staffed_council(site))[0]
    powerless = member_of(group_for())
    Reporter.objects.create(user=powerless, agency=agency)
    gone = reporter_of(agency)
    gone.is_active = False
    for user in (powerless, gone, reporter_of()):
        assert not agencies_of(user).exists()
