"""The tab of assignments."""

from tests.making import SmallSite
from tests.meetings.admin.desk import place, secretary
from tests.meetings.making import held, staffed_council
from tests.meetings.owing import agencies_at, assignment
from wagtail_prcouncil.meetings.actions.assigning import follow_up
from wagtail_prcouncil.meetings.rights import Right
from wagtail_prcouncil.meetings.transitions import AssignmentVerb


def test_those_not_done_stand_before_the_others(site: SmallSite) -> None:
    made = held(staffed_council(site))
    agency = agencies_at(made.council)[0]
    late, done = assignment(made, agency, days=1), assignment(made, agency)
    follow_up(done, text="شد", verb=AssignmentVerb.FULFIL, version=done.version)
    page = secretary(made.council).get(place("assignments", made))
    assert [card.row for card in page.context["tasks"]] == [late]
    assert [card.row for card in page.context["done"]] == [done]
    badges = {tab.url: tab.badge for tab in page.context["tabs"]}
    assert badges[place("assignments", made)] == "۱"


def test_whoever_may_not_see_them_is_told_so(site: SmallSite) -> None:
    made = held(staffed_council(site))
    assignment(made, agencies_at(made.council)[0])
    page = secretary(made.council, rights=[Right.VIEW]).get(place("assignments", made))
    assert (page.context["may_see"], page.context["tasks"]) == (False, [])
