import pytest
from django.core.exceptions import PermissionDenied
from django.utils.translation import override

from tests.councils.staff import group_for, member_of
from tests.making import SmallSite
from tests.meetings.making import (
    announced,
    fresh,
    held,
    item,
    meeting,
    resolution,
    staffed_council,
)
from tests.meetings.owing import agencies_at, assignment
from wagtail_prcouncil.meetings.actions import carrying, itemising
from wagtail_prcouncil.meetings.actions.assigning import follow_up
from wagtail_prcouncil.meetings.models import Meeting
from wagtail_prcouncil.meetings.rights import Right
from wagtail_prcouncil.meetings.states import AgendaStatus, ItemKind, Outcome, Visibility
from wagtail_prcouncil.meetings.transitions import AssignmentVerb


@pytest.fixture
def past(site: SmallSite) -> Meeting:
    """Three items: one noted, one deferred with a part, nobody knows of the last."""
    one = held(staffed_council(site))
    for title, outcome in (("شد", Outcome.NOTED), ("ماند", Outcome.DEFERRED)):
        row = item(one, title)
        itemising.settle_item(row, outcome=outcome, version=row.version)
    item(one, "بخش", parent=one.items.get(title="ماند"))
    return fresh(one)


def test_a_copy_takes_words_in_their_order(past: Meeting) -> None:
    one = meeting(past.council)
    item(one, "آغاز")
    carrying.copy_agenda(one, past, version=fresh(one).version)
    rows = list(one.items.in_order())
    assert [row.title for row in rows] == ["آغاز", "شد", "ماند", "بخش"]
    assert rows[3].parent == rows[2]
    assert {row.outcome for row in rows} == {Outcome.PENDING}
    assert not one.items.exclude(carried_from=None).exists()


def test_what_was_left_comes_once(past: Meeting) -> None:
    one = meeting(past.council)
    for _time in range(2):
        carrying.carry_over(one, past, version=fresh(one).version)
    assert [row.title for row in one.items.in_order()] == ["ماند", "بخش"]
    assert one.items.get(title="ماند").carried_from == past.items.get(title="ماند")
    assert fresh(one).agenda_status == AgendaStatus.DRAFT


def test_numbers_go_on_where_an_agenda_has_begun(past: Meeting) -> None:
    for row, label in zip(past.items.in_order(), ("۷", "الف", "۸-۲"), strict=True):
        past.items.filter(pk=row.pk).update(label=label)
    one, blank = meeting(past.council), meeting(past.council)
    item(one, "آغاز", label="۱")
    carrying.copy_agenda(one, past, version=fresh(one).version)
    assert [row.label for row in one.items.in_order()] == ["۱", "۲", "الف", "الف-۱"]
    carrying.copy_agenda(blank, past, version=fresh(blank).version)
    assert [row.label for row in blank.items.in_order()] == ["۷", "الف", "۸-۲"]


def test_what_is_carried_over_is_numbered_anew(past: Meeting) -> None:
    past.items.filter(title="ماند").update(label="۵")
    past.items.filter(title="بخش").update(label="۵-۳")
    one = meeting(past.council)
    carrying.carry_over(one, past, version=fresh(one).version)
    assert [row.label for row in one.items.in_order()] == ["۱", "۱-۱"]


def test_a_part_that_comes_alone_is_no_more_public_than_what_it_was_part_of(past: Meeting) -> None:
    closed = item(past, "بسته", visibility=Visibility.CLOSED)
    item(past, "بخش بسته", parent=closed)
    itemising.settle_item(closed, outcome=Outcome.DECIDED, version=closed.version)
    one = meeting(past.council)
    carrying.carry_over(one, past, version=fresh(one).version)
    carrying.copy_agenda(one, past, version=fresh(one).version)
    alone, with_it = one.items.filter(title="بخش بسته").order_by("sort_order")
    assert (alone.parent, alone.visibility) == (None, Visibility.CLOSED)
    assert (with_it.parent.title, with_it.visibility) == ("بسته", Visibility.PUBLIC)


def test_nothing_is_taken_from_a_council_that_one_does_not_keep(
    site: SmallSite, past: Meeting
) -> None:
    one = meeting(staffed_council(site))
    secretary = member_of(group_for(one.council, rights=[Right.CHANGE]))
    with pytest.raises(PermissionDenied):
        carrying.copy_agenda(one, past, version=fresh(one).version, by=secretary)
    assert not one.items.exists()


def test_what_was_resolved_for_members_arises_for_members(past: Meeting) -> None:
    row = resolution(past, "رازمصوبه", visibility=Visibility.MEMBERS)
    assignment(past, agencies_at(past.council)[0], task="رازتکلیف", resolution=row)
    one = announced(past.council)
    carrying.fill_matters_arising(one, version=one.version)
    assert one.items.get(title="رازتکلیف").visibility == Visibility.MEMBERS


def test_what_is_not_done_arises_once_below_one_heading(past: Meeting) -> None:
    agencies = agencies_at(past.council)
    done, _left = (assignment(past, who, task=who.name) for who in agencies[:2])
    follow_up(done, text="شد", verb=AssignmentVerb.FULFIL, version=done.version)
    one = announced(past.council)
    for _time in range(2):
        carrying.fill_matters_arising(one, version=fresh(one).version)
    assignment(past, agencies[2], task="تازه")
    carrying.fill_matters_arising(one, version=fresh(one).version)
    (head,) = one.items.filter(parent=None)
    assert head.kind == ItemKind.MATTERS_ARISING
    assert head.label == "۱"
    assert [row.title for row in head.parts.in_order()] == [agencies[1].name, "تازه"]


def test_the_heading_is_in_the_languages_of_those_who_read_it(past: Meeting) -> None:
    assignment(past, agencies_at(past.council)[0])
    one = announced(past.council)
    item(one, "بند", label="۱")
    with override("en"):
        carrying.fill_matters_arising(one, version=fresh(one).version)
    head = one.items.get(kind=ItemKind.MATTERS_ARISING, parent=None)
    assert (head.label, head.title_en) == ("۲", "Matters arising")
    with override("fa"):
        assert head.title == str(ItemKind.MATTERS_ARISING.label)


def test_nothing_arises_of_another_council(site: SmallSite, past: Meeting) -> None:
    assignment(past, agencies_at(past.council)[0])
    one = announced(staffed_council(site))
    carrying.fill_matters_arising(one, version=one.version)
    assert not one.items.exists()
    assert fresh(one).agenda_status == AgendaStatus.NONE
