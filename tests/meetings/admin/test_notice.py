"""The notice on the desk: written before the announcement, its times kept after it."""

import datetime as dt

from tests.making import SmallSite
from tests.meetings.admin.desk import as_now, chief, errors, place, secretary
from tests.meetings.making import announced, fresh, meeting, staffed_council
from wagtail_prcouncil.meetings.rights import Right
from wagtail_prcouncil.meetings.states import Kind, Mode
from wagtail_prcouncil.persian.jalali import TEHRAN

WORDS = {
    "starts_at": "1405/09/10 09:00",
    "ends_at": "1405/09/10 11:30",
    "kind": "ordinary",
    "mode": "hybrid",
    "join_url": "https://example.invalid/room",
    "livestream_url": "",
    "recording_url": "",
}


def test_a_notice_is_written_in_jalali_on_the_clock_of_tehran(site: SmallSite) -> None:
    made = meeting(staffed_council(site))
    answer = chief().post(place("notice", made), as_now(made, **WORDS))
    assert answer.status_code == 302, errors(answer)
    stored = fresh(made)
    assert stored.starts_at == dt.datetime(2026, 12, 1, 9, tzinfo=TEHRAN)
    assert (stored.mode, stored.join_url) == (Mode.HYBRID, "https://example.invalid/room")


def test_a_time_that_runs_backwards_is_refused_beside_its_field(site: SmallSite) -> None:
    made = meeting(staffed_council(site))
    answer = chief().post(
        place("notice", made), as_now(made, **WORDS | {"ends_at": "1405/09/10 08:00"})
    )
    assert list(errors(answer)) == ["ends_at"]
    assert "https://example.invalid/room" in answer.content.decode()


def test_a_day_that_no_calendar_has_is_refused_beside_its_field(site: SmallSite) -> None:
    made = meeting(staffed_council(site))
    client = chief()
    for typed in ("1405/13/40 09:00", "۱۴۰۵/۰۹", "9999/01/01 00:00"):
        page = client.post(place("notice", made), as_now(made, **WORDS | {"starts_at": typed}))
        assert "starts_at" in errors(page), typed


def test_a_joint_meeting_names_its_other_councils(site: SmallSite) -> None:
    made, other = meeting(staffed_council(site)), staffed_council(site)
    client = chief()
    refused = client.post(place("notice", made), as_now(made, **WORDS | {"kind": Kind.JOINT}))
    assert list(errors(refused)) == ["organisers"]
    client.post(
        place("notice", made),
        as_now(made, **WORDS | {"kind": Kind.JOINT, "organisers": [str(other.pk)]}),
    )
    assert [row.council for row in made.organisers.all()] == [other]


def test_after_the_announcement_its_times_are_not_on_the_form(site: SmallSite) -> None:
    made = announced(staffed_council(site))
    client = chief()
    page = client.get(place("notice", made))
    assert "starts_at" not in page.context["form"].fields
    said = {name: WORDS[name] for name in WORDS if name not in {"starts_at", "ends_at"}}
    assert client.post(place("notice", made), as_now(made, **said)).status_code == 302
    assert fresh(made).starts_at == made.starts_at
    assert fresh(made).mode == Mode.HYBRID


def test_whoever_was_slower_is_told_and_loses_nothing(site: SmallSite) -> None:
    made = meeting(staffed_council(site))
    late = as_now(made, **WORDS)
    client = chief()
    client.post(place("notice", made), as_now(made, **WORDS | {"mode": "online"}))
    answer = client.post(place("notice", made), late)
    assert answer.status_code == 409
    assert "https://example.invalid/room" in answer.content.decode()
    assert (
        client.post(
            place("notice", made), late | {"version": answer.context["form"].data["version"]}
        ).status_code
        == 302
    )
    assert fresh(made).mode == Mode.HYBRID


def test_whoever_only_reads_sees_the_notice_and_writes_none(site: SmallSite) -> None:
    made = meeting(staffed_council(site))
    reader = secretary(made.council, rights=[Right.VIEW])
    page = reader.get(place("notice", made))
    assert "<form" not in page.content.decode().partition("<main")[2].partition("</main")[0]
    assert reader.post(place("notice", made), as_now(made, **WORDS)).status_code == 302
    assert fresh(made).mode == Mode.IN_PERSON
