"""The verbs that move a meeting, as screens."""

from tests.making import SmallSite
from tests.meetings.admin.desk import as_now, chief, errors, place, secretary
from tests.meetings.making import announced, fresh, held, item, meeting, staffed_council
from wagtail_prcouncil.meetings.actions.attending import prefill
from wagtail_prcouncil.meetings.rights import Right
from wagtail_prcouncil.meetings.states import Status


def test_a_planned_meeting_is_announced_and_numbered(site: SmallSite) -> None:
    made = meeting(staffed_council(site))
    client = chief()
    assert client.get(place("announce", made)).status_code == 200
    answer = client.post(place("announce", made), as_now(made))
    assert answer["Location"] == place("notice", made)
    assert (fresh(made).status, fresh(made).number) == (Status.ANNOUNCED, 1)


def test_a_verb_that_is_not_due_leads_back_and_says_why(site: SmallSite) -> None:
    made = meeting(staffed_council(site))
    answer = chief().get(place("hold", made), follow=True)
    assert answer.redirect_chain[0][0] == place("attendance", made)
    assert [str(message) for message in answer.context["messages"]]


def test_a_postponed_meeting_is_rescheduled_with_reasons(site: SmallSite) -> None:
    made = announced(staffed_council(site))
    client = chief()
    refused = client.post(place("postpone", made), as_now(made, reason="  "))
    assert list(errors(refused)) == ["reason"]
    client.post(place("postpone", made), as_now(made, reason="هم‌زمانی"))
    assert fresh(made).status == Status.POSTPONED
    said = as_now(made, starts_at="1406/01/20 10:00", ends_at="1406/01/20 12:00", reason="تازه")
    assert client.post(place("reschedule", made), said).status_code == 302
    changes = client.get(place("notice", made)).context["changes"]
    assert [change.reason for change in changes] == ["تازه", "هم‌زمانی", ""]
    assert changes[0].time_before


def test_a_cancelled_meeting_keeps_what_was_typed_of_a_wrong_time(site: SmallSite) -> None:
    made = announced(staffed_council(site))
    said = as_now(made, starts_at="1406/13/20 10:00", ends_at="", reason="چون")
    answer = chief().post(place("reschedule", made), said)
    assert set(errors(answer)) == {"starts_at", "ends_at"}
    assert "چون" in answer.content.decode()
    assert fresh(made).status == Status.ANNOUNCED


def test_it_is_held_once_the_attendance_is_recorded(site: SmallSite) -> None:
    made = announced(staffed_council(site), days=-1)
    client = chief()
    said = {"started_at": "1405/08/01 10:00", "ended_at": "1405/08/01 09:00"}
    assert errors(client.post(place("hold", made), as_now(made, **said)))
    prefill(made, version=made.version)
    backwards = client.post(place("hold", made), as_now(made, **said))
    assert list(errors(backwards)) == ["ended_at"]
    client.post(place("hold", made), as_now(made, **said | {"ended_at": "1405/08/01 11:00"}))
    assert (fresh(made).status, fresh(made).is_quorate) == (Status.HELD, True)


def test_closing_waits_for_undecided_items_and_for_the_right(site: SmallSite) -> None:
    made = held(staffed_council(site))
    one = item(made, "بند باز")
    client = chief()
    page = client.get(place("notice", made))
    reasons = {verb.reason for verb in page.context["verbs_later"]}
    assert any("بند باز" in reason for reason in reasons)
    assert errors(client.post(place("close", made), as_now(made)))["__all__"]
    said = {"version": str(one.version), "outcome": "noted", "discussion": ""}
    client.post(place("settle", one), said)
    writer = secretary(made.council, rights=[Right.VIEW, Right.CHANGE])
    assert writer.post(place("close", made), as_now(made)).status_code == 302
    assert fresh(made).status == Status.HELD
    client.post(place("close", made), as_now(made))
    assert fresh(made).status == Status.CLOSED
    client.post(place("reopen", made), as_now(made, reason="یک بند ماند"))
    assert fresh(made).status == Status.HELD


def test_of_two_who_announce_at_once_the_second_is_told(site: SmallSite) -> None:
    made = meeting(staffed_council(site))
    late = as_now(made)
    client = chief()
    client.post(place("announce", made), as_now(made))
    answer = client.post(place("announce", made), late)
    assert answer.status_code == 409
    assert fresh(made).number == 1
