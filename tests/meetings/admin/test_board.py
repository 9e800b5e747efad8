"""The board of assignments."""

import pytest
from django.urls import reverse

from tests.making import SmallSite
from tests.meetings.admin.desk import chief, logged_in, secretary
from tests.meetings.making import held, staffed_council
from tests.meetings.owing import agencies_at, assignment, reporter_of
from wagtail_prcouncil.meetings.actions.assigning import follow_up
from wagtail_prcouncil.meetings.admin.board import AGENCIES, CARDS, Column
from wagtail_prcouncil.meetings.transitions import AssignmentVerb

PLACE = "/admin/meetings/assignments/"


def test_each_stands_in_the_row_of_its_agency_and_the_column_of_its_state(
    site: SmallSite,
) -> None:
    made = held(staffed_council(site))
    first, second, _third = agencies_at(made.council)
    waits = assignment(made, second)
    begun, blocked, done, dropped = (assignment(made, first) for _number in range(4))
    follow_up(begun, text="آغاز", verb=AssignmentVerb.START, version=begun.version)
    follow_up(blocked, text="ماند", blocked_by="بودجه", version=blocked.version)
    follow_up(done, text="شد", verb=AssignmentVerb.FULFIL, version=done.version)
    follow_up(dropped, text="لغو شد", verb=AssignmentVerb.DROP, version=dropped.version)
    rows = chief().get(PLACE).context["rows"]
    found = {
        (row.agency, cell.column): [card.row for card in cell.cards]
        for row in rows
        for cell in row.cells
        if cell.cards
    }
    assert found == {
        (first, Column.IN_PROGRESS): [begun],
        (first, Column.BLOCKED): [blocked],
        (first, Column.DONE): [done],
        (second, Column.OPEN): [waits],
    }


def test_a_full_cell_leads_to_the_rest(site: SmallSite) -> None:
    made = held(staffed_council(site))
    agency = agencies_at(made.council)[0]
    rows = [assignment(made, agency, days=days) for days in range(CARDS + 2, 0, -1)]
    client = chief()
    cell = client.get(PLACE).context["rows"][0].cells[0]
    assert [card.row for card in cell.cards] == rows[::-1][:CARDS]
    assert (cell.number, cell.rest) == ("۶", "۲")
    assert len(client.get(cell.url).context["object_list"]) == len(rows)


def test_of_ones_own_councils_alone_and_of_one_of_them(site: SmallSite) -> None:
    mine, other = held(staffed_council(site)), held(staffed_council(site))
    for made in (mine, other):
        assignment(made, agencies_at(made.council)[0])
    page = secretary(mine.council).get(PLACE)
    assert [row.agency for row in page.context["rows"]] == [agencies_at(mine.council)[0]]
    narrowed = chief().get(f"{PLACE}?council={other.council.pk}")
    assert [row.agency for row in narrowed.context["rows"]] == [agencies_at(other.council)[0]]


def test_an_agency_has_no_board(site: SmallSite) -> None:
    agency = agencies_at(staffed_council(site))[0]
    assert logged_in(reporter_of(agency)).get(PLACE).status_code == 302


@pytest.mark.parametrize("query", ["council=x", "council=" + "9" * 40, "p=x", "p=0", "p=99"])
def test_garbage_in_its_address(site: SmallSite, query: str) -> None:
    made = held(staffed_council(site))
    assignment(made, agencies_at(made.council)[0])
    assert chief().get(f"{PLACE}?{query}").status_code == 200


def test_many_cost_no_more(site: SmallSite, django_assert_max_num_queries: object) -> None:
    made = held(staffed_council(site, seats=AGENCIES + 2))
    for agency in agencies_at(made.council):
        for _number in range(3):
            assignment(made, agency)
    client = secretary(made.council)
    page = client.get(PLACE)
    assert len(page.context["rows"]) == AGENCIES
    assert reverse("prcouncil_assignments_due") in page.content.decode()
    with django_assert_max_num_queries(16):  # type: ignore[operator]
        client.get(PLACE)
