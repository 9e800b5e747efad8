"""Who came, as the desk asks for it: all at once, errors beside the row, nothing lost."""

from typing import Any

from tests.councils.making import person
from tests.making import SmallSite
from tests.meetings.admin.desk import as_now, chief, errors, place, secretary
from tests.meetings.making import announced, approved, held, staffed_council
from wagtail_prcouncil.meetings.actions.attending import Guest, add_guest, prefill
from wagtail_prcouncil.meetings.models import Attendance, Meeting
from wagtail_prcouncil.meetings.rights import Right
from wagtail_prcouncil.meetings.states import Presence


def rolled(site: SmallSite, seats: int = 3) -> Meeting:
    made = announced(staffed_council(site, seats), days=-1)
    return prefill(made, version=made.version)


def answers(made: Meeting, *presences: str) -> dict[str, Any]:
    """Of the lines in the order of their keys; the rest present."""
    said: dict[str, Any] = {}
    for number, row in enumerate(made.attendances.of_seats().order_by("pk")):
        given = presences[number] if number < len(presences) else "present"
        said |= {f"presence-{row.pk}": given, f"represented_by-{row.pk}": ""}
    return said


def test_seats_are_filled_in_from_the_council(site: SmallSite) -> None:
    made = announced(staffed_council(site, 3))
    client = chief()
    assert client.get(place("attendance", made)).context["councils"] == []
    assert client.get(place("prefill", made)).status_code == 200
    client.post(place("prefill", made), as_now(made))
    page = client.get(place("attendance", made))
    assert [len(council.lines) for council in page.context["councils"]] == [3]
    assert page.context["quorum"].is_reached


def test_all_lines_are_saved_at_once(site: SmallSite) -> None:
    made, substitute = rolled(site), person("جانشین")
    said = answers(made, "absent", "represented")
    second = made.attendances.order_by("pk")[1]
    said[f"represented_by-{second.pk}"] = str(substitute.pk)
    answer = chief().post(place("attendance", made), as_now(made, **said))
    assert answer.status_code == 302, errors(answer)
    stored = made.attendances.order_by("pk")
    assert [row.presence for row in stored] == ["absent", "represented", "present"]
    assert stored[1].represented_by == substitute


def test_an_error_stands_beside_its_row_and_the_other_answers_stay(site: SmallSite) -> None:
    made = rolled(site)
    rows = list(made.attendances.order_by("pk"))
    said = answers(made, "excused", "represented", "absent")
    answer = chief().post(place("attendance", made), as_now(made, **said))
    assert list(errors(answer)) == [f"represented_by-{rows[1].pk}"]
    assert answer.context["form"].presences()[rows[2].pk] == "absent"
    assert not Attendance.objects.exclude(presence=Presence.PRESENT).exists()


def test_answers_that_there_are_not_are_refused_beside_the_row(site: SmallSite) -> None:
    made = rolled(site)
    row = made.attendances.order_by("pk")[0]
    client = chief()
    for name, wrong in (("presence", "guest"), ("presence", ""), ("represented_by", "9" * 30)):
        said = answers(made) | {f"{name}-{row.pk}": wrong}
        answer = client.post(place("attendance", made), as_now(made, **said))
        assert list(errors(answer)) == [f"{name}-{row.pk}"], wrong


def test_the_server_counts_the_quorum_before_anything_is_saved(site: SmallSite) -> None:
    made = rolled(site)
    said = answers(made, "absent", "excused")
    client = chief()
    answer = client.post(place("quorum", made), said)
    assert (answer.status_code, answer.context["quorum"].is_reached) == (200, False)
    assert "<html" not in answer.content.decode()
    assert not Attendance.objects.exclude(presence=Presence.PRESENT).exists()
    assert client.get(place("quorum", made)).status_code == 405


def test_guests_come_and_go_until_the_meeting_was_held(site: SmallSite) -> None:
    made = rolled(site)
    client = chief()
    refused = client.post(place("add_guest", made), as_now(made, person="", name=" ", title="م"))
    assert list(errors(refused)) == ["name"]
    words = {"person": "", "name": "میهمان", "title": "کارشناس", "title_en": "", "body": ""}
    client.post(place("add_guest", made), as_now(made, **words))
    guest = made.attendances.guests().get()
    assert guest.name == "میهمان"
    client.post(place("remove_guest", guest), as_now(made))
    assert not made.attendances.guests().exists()
    over = held(staffed_council(site))
    kept = add_guest(over, Guest(name="شاهد"), version=over.version)
    assert errors(client.post(place("remove_guest", kept), as_now(over)))["__all__"]


def test_once_the_minutes_are_approved_it_is_only_read(site: SmallSite) -> None:
    made = approved(held(staffed_council(site)))
    client = chief()
    assert not client.get(place("attendance", made)).context["may_write"]
    answer = client.post(place("attendance", made), as_now(made, **answers(made, "absent")))
    assert answer.status_code == 200
    assert not made.attendances.filter(presence=Presence.ABSENT).exists()


def test_whoever_only_reads_changes_nothing(site: SmallSite) -> None:
    made = rolled(site)
    reader = secretary(made.council, rights=[Right.VIEW])
    assert reader.get(place("attendance", made)).status_code == 200
    said = as_now(made, **answers(made, "absent"))
    assert reader.post(place("attendance", made), said).status_code == 302
    assert reader.post(place("prefill", made), as_now(made)).status_code == 302
    assert not made.attendances.filter(presence=Presence.ABSENT).exists()


def test_whoever_was_slower_is_told_and_loses_no_answer(site: SmallSite) -> None:
    made = rolled(site)
    late = as_now(made, **answers(made, "absent"))
    client = chief()
    client.post(place("attendance", made), as_now(made, **answers(made, "excused")))
    answer = client.post(place("attendance", made), late)
    assert answer.status_code == 409
    first = made.attendances.order_by("pk")[0]
    assert answer.context["form"].presences()[first.pk] == "absent"
