"""The agenda as the desk shows it."""

from tests.making import SmallSite
from tests.meetings.admin.desk import as_now, chief, place, secretary
from tests.meetings.making import approved, held, item, meeting, staffed_council
from wagtail_prcouncil.meetings.models import Meeting
from wagtail_prcouncil.meetings.rights import Right
from wagtail_prcouncil.meetings.states import AgendaStatus


def test_parts_stand_below_what_they_are_part_of_whenever_they_were_written(
    site: SmallSite,
) -> None:
    made = meeting(staffed_council(site))
    first, second = item(made, "یکم"), item(made, "دوم")
    item(made, "یکم-یک", parent=first)
    shown = chief().get(place("agenda", made)).context["items"]
    assert [(line.item.title, line.depth) for line in shown] == [
        ("یکم", 0),
        ("یکم-یک", 1),
        (second.title, 0),
    ]


def test_it_is_published_and_amended_with_a_note(site: SmallSite) -> None:
    made = meeting(staffed_council(site))
    item(made, "یکم")
    client = chief()
    assert client.post(place("finalise_agenda", made), as_now(made)).status_code == 302
    item(made, "دوم")
    refused = client.post(place("amend_agenda", made), as_now(made, note=""))
    assert "note" in refused.context["form"].errors
    client.post(place("amend_agenda", made), as_now(made, note="بند دوم افزوده شد"))
    stored = Meeting.objects.get(pk=made.pk)
    assert (stored.agenda_status, stored.agenda_edition) == (AgendaStatus.AMENDED, 2)
    notes = [row.note for row in client.get(place("agenda", made)).context["editions"]]
    assert notes == ["بند دوم افزوده شد", ""]


def test_an_empty_agenda_is_not_published_and_the_desk_says_why(site: SmallSite) -> None:
    made = meeting(staffed_council(site))
    one = item(made)
    one.delete()
    page = chief().get(place("agenda", made))
    reasons = {verb.label: verb.reason for verb in page.context["verbs_later"]}
    assert len(reasons) == 2
    assert all(reasons.values())


def test_readers_and_settled_minutes_have_no_ways_to_write(site: SmallSite) -> None:
    made = held(staffed_council(site))
    item(made)
    reader = secretary(made.council, rights=[Right.VIEW])
    assert not reader.get(place("agenda", made)).context["may_write"]
    client = chief()
    assert client.get(place("agenda", made)).context["may_write"]
    approved(made)
    assert not client.get(place("agenda", made)).context["may_write"]
