"""What the report of assignments offers to narrow it by."""

from django.utils import translation

from tests.making import SmallSite
from tests.meetings.admin.desk import chief, secretary
from tests.meetings.making import held, staffed_council
from tests.meetings.owing import agencies_at, assignment
from wagtail_prcouncil.councils.scopes import Scope
from wagtail_prcouncil.meetings.admin.offered import offered

PLACE = "/admin/reports/meetings/assignments/"


def test_councils_in_the_order_of_the_tree_and_agencies_in_that_of_the_alphabet(
    site: SmallSite, django_assert_num_queries: object
) -> None:
    made, other = held(staffed_council(site)), held(staffed_council(site))
    first, second, idle = agencies_at(made.council)
    for agency, name, english in ((first, "پست", "Post"), (second, "آب", ""), (idle, "برق", "")):
        agency.name, agency.name_en = name, english
        agency.save()
    assignment(made, first)
    assignment(made, second)
    with django_assert_num_queries(1):  # type: ignore[operator]
        found = offered(Scope(everything=True))
    both = [(str(page.pk), page.title) for page in (made.council, other.council)]
    assert found.councils == both
    assert found.agencies == [(str(second.pk), "آب"), (str(first.pk), "پست")]
    with translation.override("en"):
        assert offered(Scope(everything=True)).agencies[1] == (str(first.pk), "Post")


def test_a_secretary_is_offered_what_is_of_his_councils(site: SmallSite) -> None:
    mine, other = held(staffed_council(site)), held(staffed_council(site))
    own, foreign = agencies_at(mine.council)[0], agencies_at(other.council)[0]
    assignment(mine, own)
    assignment(other, foreign)
    form = secretary(mine.council).get(PLACE).context["filters"].form
    assert [key for key, _name in form.fields["council"].choices] == ["", str(mine.council.pk)]
    assert [key for key, _name in form.fields["agency"].choices] == ["", str(own.pk)]
    assert offered(Scope()) == ([], [])


def test_what_was_chosen_is_told_above_the_list_and_what_is_not_there_beside_the_field(
    site: SmallSite,
) -> None:
    made = held(staffed_council(site))
    row = assignment(made, agencies_at(made.council)[0])
    client = chief()
    page = client.get(f"{PLACE}?council={made.council.pk}&agency={row.agency_id}")
    told = [one.value for one in page.context["active_filters"]]
    assert told == [made.council.title, row.agency.name_as_read()]
    assert list(page.context["object_list"]) == [row]
    page = client.get(f"{PLACE}?agency=99999")
    assert "agency" in page.context["filters"].form.errors


def test_the_first_assignment_of_an_agency_can_be_asked_for_at_once(site: SmallSite) -> None:
    made = held(staffed_council(site))
    first, second, _third = agencies_at(made.council)
    assignment(made, first)
    client = chief()
    client.get(PLACE)
    row = assignment(made, second)
    page = client.get(f"{PLACE}?agency={second.pk}")
    assert list(page.context["object_list"]) == [row]
    offers = dict(client.get(PLACE).context["filters"].form.fields["agency"].choices)
    assert {str(first.pk), str(second.pk)} < set(offers)
