import datetime as dt

from django.utils.translation import override

from tests.councils.making import person
from tests.making import SmallSite
from tests.meetings.making import fresh, held, staffed_council
from wagtail_prcouncil.meetings.actions import attending
from wagtail_prcouncil.meetings.actions.attending import Guest, Mark
from wagtail_prcouncil.meetings.attended import attendance_table, quorum_sentence, when_sentence
from wagtail_prcouncil.meetings.models import Meeting
from wagtail_prcouncil.meetings.states import Presence


def rows(meeting: Meeting, language: str = "en") -> list[list[str]]:
    with override(language):
        table = attendance_table(meeting, language)["table"]
    return [row["values"] for row in table["rows"]]


def test_seats_then_guests(site: SmallSite) -> None:
    made = held(staffed_council(site))
    guest = Guest(name="مهمان", title="استاد", body="دانشگاه نمونه")
    attending.add_guest(made, guest, version=made.version)
    first, second, _third = made.attendances.of_seats().order_by("pk")
    stand_in = person("جانشین")
    marks = {
        first.pk: Mark(Presence.REPRESENTED, stand_in),
        second.pk: Mark(Presence.EXCUSED),
    }
    attending.record(fresh(made), marks, version=fresh(made).version)
    told = rows(fresh(made))
    assert told[0][3] == "represented by جانشین"
    assert told[1][3] == "excused"
    assert told[3] == ["Guest", "مهمان (استاد)", "دانشگاه نمونه", "guest"]


def test_a_vacant_seat_has_a_dash(site: SmallSite) -> None:
    made = held(staffed_council(site))
    made.attendances.update(person=None, presence=Presence.ABSENT, agency=None)
    assert rows(made)[0][1:] == ["–", "–", "absent"]


def test_whether_they_were_enough(site: SmallSite) -> None:
    made = held(staffed_council(site, seats=3))
    with override("en"):
        assert quorum_sentence(made).endswith("the meeting could decide.")
        made.quorum_present = 1
        assert quorum_sentence(made).startswith("Of 3 seats with a vote 1 were filled")
        assert quorum_sentence(made).endswith("the meeting could not decide.")
        made.quorum_present = None
        assert quorum_sentence(made) == ""


def test_when_it_was_held(site: SmallSite) -> None:
    made = held(staffed_council(site))
    made.started_at = dt.datetime(2024, 4, 20, 5, 30, tzinfo=dt.UTC)
    made.ended_at = made.started_at + dt.timedelta(hours=2)
    with override("fa"):
        said = when_sentence(made)
    assert "۱۴۰۳" in said
    assert "۹:۰۰" in said
    assert "۱۱:۰۰" in said
    made.ended_at += dt.timedelta(days=1)
    assert "۲ اردیبهشت" in when_sentence(made)
    made.ended_at = None
    assert when_sentence(made) == ""
