import pytest

from tests.making import SmallSite
from tests.meetings.making import approved, fresh, held, item, meeting, resolution, staffed_council
from wagtail_prcouncil.meetings.actions import itemising
from wagtail_prcouncil.meetings.models import AgendaItem, ItemDocument, Meeting
from wagtail_prcouncil.meetings.public.agendas import Agenda
from wagtail_prcouncil.meetings.rules import ConflictError, InUseError, MeetingError
from wagtail_prcouncil.meetings.states import AgendaStatus, Outcome, Visibility


@pytest.fixture
def made(site: SmallSite) -> Meeting:
    return meeting(staffed_council(site))


def titles(one: Meeting) -> list[str]:
    return [row.title for row in one.items.in_order()]


def test_new_items_stand_behind_the_others_and_can_be_ordered(made: Meeting) -> None:
    rows = [item(made, title) for title in ("یک", "دو", "سه")]
    assert titles(made) == ["یک", "دو", "سه"]
    itemising.order_items(made, [rows[2].pk], version=fresh(made).version)
    assert titles(made) == ["سه", "یک", "دو"]


def test_items_of_another_meeting_are_not_ordered(site: SmallSite, made: Meeting) -> None:
    elsewhere = item(meeting(staffed_council(site)), "جای دیگر")
    item(made, "یک")
    itemising.order_items(made, [elsewhere.pk], version=fresh(made).version)
    assert titles(made) == ["یک"]
    assert AgendaItem.objects.get(pk=elsewhere.pk).meeting_id == elsewhere.meeting_id


def test_items_are_nested_three_deep_and_never_below_themselves(
    site: SmallSite, made: Meeting
) -> None:
    first = item(made, "یک")
    second = item(made, "دو", parent=first)
    third = item(made, "سه", parent=second)
    elsewhere = item(meeting(staffed_council(site)))
    for row, above in ((None, third), (first, third), (None, elsewhere)):
        below = row or AgendaItem(meeting=made, title="چهار")
        below.parent = above
        version = row.version if row else fresh(made).version
        with pytest.raises(MeetingError) as refusal:
            itemising.save_item(below, version=version)
        assert refusal.value.field == "parent"


def test_an_item_with_parts_takes_them_along_no_deeper_than_three(made: Meeting) -> None:
    first, other = item(made, "یک"), item(made, "دو")
    item(made, "جزء", parent=item(made, "بخش", parent=first))
    first.parent = other
    with pytest.raises(MeetingError) as refusal:
        itemising.save_item(first, version=first.version)
    assert refusal.value.field == "parent"


def test_what_was_hidden_stays_hidden_once_it_is_gone(made: Meeting) -> None:
    above = item(made, "رازبسته")
    item(made, "رازبسته", parent=above)
    item(made, "یک")
    itemising.finalise(fresh(made), version=fresh(made).version)
    above.visibility = Visibility.MEMBERS
    itemising.save_item(above, version=above.version)
    itemising.remove_item(above, version=fresh(made).version)
    agenda = Agenda(fresh(made))
    assert [one.title for one in agenda.items] == ["یک"]
    (edition,) = agenda.editions
    assert {row["visibility"] for row in edition.items if row["title"] == "رازبسته"} == {
        Visibility.MEMBERS
    }


def test_an_item_goes_with_its_parts(made: Meeting) -> None:
    first, other = item(made, "یک"), item(made, "دو")
    item(made, "بخش", parent=first)
    itemising.remove_item(first, version=fresh(made).version)
    assert titles(made) == [other.title]


def test_what_a_resolution_cites_stays(site: SmallSite) -> None:
    one = held(staffed_council(site))
    first = item(one, "یک")
    resolution(one, item=item(one, "بخش", parent=first))
    with pytest.raises(InUseError):
        itemising.remove_item(first, version=fresh(one).version)
    assert one.items.count() == 2


def test_of_two_who_write_in_an_item_the_second_is_refused(made: Meeting) -> None:
    row = item(made, "یک")
    stale = AgendaItem.objects.get(pk=row.pk)
    row.title = "یکم"
    itemising.save_item(row, version=row.version)
    stale.title = "دوم"
    with pytest.raises(ConflictError):
        itemising.save_item(stale, version=stale.version)
    with pytest.raises(ConflictError):
        itemising.settle_item(stale, outcome=Outcome.NOTED, version=stale.version)
    assert titles(made) == ["یکم"]


def test_an_outcome_is_one_of_those_that_there_are(made: Meeting) -> None:
    row = item(made)
    with pytest.raises(MeetingError) as refusal:
        itemising.settle_item(row, outcome="forgotten", version=row.version)
    assert refusal.value.field == "outcome"
    done = itemising.settle_item(
        row, outcome=Outcome.DEFERRED, discussion="ماند", version=row.version
    )
    assert (done.outcome, done.discussion) == (Outcome.DEFERRED, "ماند")


def test_editions_keep_what_was_printed(made: Meeting) -> None:
    first = item(made, "یک")
    itemising.finalise(fresh(made), version=fresh(made).version)
    with pytest.raises(MeetingError, match=r"."):
        itemising.amend(fresh(made), note="هیچ", version=fresh(made).version)
    item(made, "دو", parent=first)
    itemising.amend(fresh(made), note="بند دو افزوده شد", version=fresh(made).version)
    editions = [[row["title"] for row in one.items] for one in made.editions.order_by("number")]
    assert editions == [["یک"], ["یک", "دو"]]
    assert (fresh(made).agenda_status, fresh(made).agenda_edition) == (AgendaStatus.AMENDED, 2)


def test_an_edition_that_knows_no_papers_is_compared_without_them(made: Meeting) -> None:
    row = item(made, "یک")
    itemising.finalise(fresh(made), version=fresh(made).version)
    ItemDocument.objects.create(item=row, title="پیوست", file="a.pdf")
    assert itemising.is_changed(made)
    edition = made.editions.get()
    edition.items = [
        {name: said for name, said in told.items() if name != "documents"} for told in edition.items
    ]
    edition.save()
    assert not itemising.is_changed(made)


def test_the_agenda_of_what_is_settled_is_history(site: SmallSite) -> None:
    one = held(staffed_council(site))
    row = item(one)
    one = approved(one)
    for work in (
        lambda: item(one, "دیر"),
        lambda: itemising.remove_item(row, version=fresh(one).version),
        lambda: itemising.order_items(one, [row.pk], version=fresh(one).version),
        lambda: itemising.settle_item(row, outcome=Outcome.NOTED, version=row.version),
    ):
        with pytest.raises(MeetingError):
            work()
