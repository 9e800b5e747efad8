import pytest

from tests.making import SmallSite
from tests.meetings.making import announced, fresh, item, staffed_council
from tests.meetings.public.making import agenda_of
from wagtail_prcouncil.meetings.actions import itemising
from wagtail_prcouncil.meetings.models import AgendaItem, Meeting
from wagtail_prcouncil.meetings.public.agendas import Agenda, Item
from wagtail_prcouncil.meetings.states import Outcome, Visibility


@pytest.fixture
def meeting(site: SmallSite) -> Meeting:
    made = announced(staffed_council(site))
    agenda_of(made)
    return fresh(made)


def titles(items: list[Item]) -> list[str]:
    return [item.title for item in items]


def test_nothing_before_it_is_published(site: SmallSite) -> None:
    made = announced(staffed_council(site))
    item(made, "پیش‌نویس")
    agenda = Agenda(fresh(made))
    assert (agenda.items, agenda.edition, agenda.earlier) == ([], None, [])


def test_parts_stand_below_and_members_items_nowhere(meeting: Meeting) -> None:
    agenda = Agenda(meeting)
    assert titles(agenda.items) == ["گزارش طرح‌ها", "بند بسته", "گوناگون"]
    assert titles(agenda.items[0].parts) == ["الگوی گزارش"]
    assert agenda.minutes_allotted == 30


def test_of_a_closed_item_the_title_alone(meeting: Meeting) -> None:
    closed = Agenda(meeting).items[1]
    assert (closed.is_closed, closed.row, closed.parts, closed.documents) == (True, None, [], [])
    assert closed.outcome is None


def test_changes_wait_for_the_next_edition(meeting: Meeting) -> None:
    item(meeting, "هنوز نه")
    assert "هنوز نه" not in titles(Agenda(fresh(meeting)).items)
    now = fresh(meeting)
    itemising.amend(now, note="یک بند دیگر", version=now.version)
    assert "هنوز نه" in titles(Agenda(fresh(meeting)).items)


def test_what_is_closed_later_is_closed_in_all_editions(meeting: Meeting) -> None:
    row = meeting.items.get(title="گزارش طرح‌ها")
    AgendaItem.objects.filter(pk=row.pk).update(visibility=Visibility.MEMBERS)
    agenda = Agenda(meeting)
    for edition in agenda.editions:
        assert "گزارش طرح‌ها" not in titles(agenda.items_of(edition))
    assert not agenda.is_open(row.pk)


def test_what_is_put_below_something_closed_is_closed_with_it(meeting: Meeting) -> None:
    row, closed = (meeting.items.get(title=title) for title in ("گوناگون", "بند بسته"))
    row.parent = closed
    itemising.save_item(row, version=row.version)
    agenda = Agenda(fresh(meeting))
    (shown,) = (one for one in agenda.items if one.pk == row.pk)
    assert (shown.is_closed, shown.row, shown.minutes_allotted) == (True, None, None)
    assert not agenda.is_open(row.pk)


def test_earlier_editions_are_as_they_were(meeting: Meeting) -> None:
    agenda = Agenda(meeting)
    assert [edition.number for edition in agenda.editions] == [2, 1]
    assert agenda.edition is not None
    assert agenda.edition.note == "بند ۴ افزوده شد."
    assert titles(agenda.items_of(agenda.earlier[0])) == ["گزارش طرح‌ها", "بند بسته"]


def test_an_outcome_is_told_once_there_is_one(meeting: Meeting) -> None:
    assert Agenda(meeting).items[0].outcome is None
    meeting.items.filter(title="گزارش طرح‌ها").update(outcome=Outcome.DEFERRED)
    assert Agenda(meeting).items[0].outcome == Outcome.DEFERRED
