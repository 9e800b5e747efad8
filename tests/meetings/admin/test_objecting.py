"""Objections on the desk."""

import pytest

from tests.councils.making import seat
from tests.making import SmallSite
from tests.meetings.admin.desk import chief, errors, place, secretary
from tests.meetings.making import circulated, fresh, held, staffed_council
from wagtail_prcouncil.meetings.actions import minuting
from wagtail_prcouncil.meetings.models import Meeting, Objection


@pytest.fixture
def sent(site: SmallSite) -> Meeting:
    return circulated(held(staffed_council(site)))


def objection(sent: Meeting) -> Objection:
    seat = sent.council.seats.first()
    assert seat
    return minuting.object_to(sent, seat, text="نادرست است")


def test_written_down_and_answered(sent: Meeting) -> None:
    client, who = secretary(sent.council), sent.attendances.first().seat
    said = {"seat": str(who.pk), "text": "عدد نادرست است"}
    assert client.get(place("object_to", sent)).status_code == 200
    assert client.post(place("object_to", sent), said).status_code == 302
    row = Objection.objects.get()
    address = place("answer_objection", row)
    assert "عدد نادرست است" in client.get(address).content.decode()
    said = {"answer": "درست شد", "is_granted": "yes"}
    assert client.post(address, said).status_code == 302
    row.refresh_from_db()
    assert (row.answer, row.is_granted, row.seat) == ("درست شد", True, who)
    assert "درست شد" in client.get(place("minutes", sent)).content.decode()


def test_one_that_is_not_granted(sent: Meeting) -> None:
    row = objection(sent)
    chief().post(place("answer_objection", row), {"answer": "درست بود", "is_granted": "no"})
    row.refresh_from_db()
    assert row.is_granted is False


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"seat": ""}, "seat"),
        ({"seat": "x"}, "seat"),
        ({"seat": "9" * 30}, "seat"),
        ({"text": "  "}, "text"),
    ],
)
def test_what_is_no_objection(sent: Meeting, said: dict[str, str], field: str) -> None:
    words = {"seat": str(sent.attendances.first().seat_id), "text": "x"} | said
    assert list(errors(chief().post(place("object_to", sent), words))) == [field]
    assert not Objection.objects.exists()


def test_a_seat_of_another_council(sent: Meeting, site: SmallSite) -> None:
    other = seat(staffed_council(site))
    answer = chief().post(place("object_to", sent), {"seat": str(other.pk), "text": "x"})
    assert list(errors(answer)) == ["seat"]


@pytest.mark.parametrize("said", [{"answer": ""}, {"is_granted": ""}, {"is_granted": "perhaps"}])
def test_what_is_no_answer(sent: Meeting, said: dict[str, str]) -> None:
    row = objection(sent)
    words = {"answer": "x", "is_granted": "no"} | said
    assert list(errors(chief().post(place("answer_objection", row), words))) == list(said)


def test_two_who_answer_at_once(sent: Meeting) -> None:
    row = objection(sent)
    said = {"answer": "نخست", "is_granted": "no"}
    assert chief().post(place("answer_objection", row), said).status_code == 302
    answer = secretary(sent.council).post(
        place("answer_objection", row), said | {"answer": "پاسخ دوم"}
    )
    assert answer.status_code == 409
    told = answer.content.decode()
    assert "نخست" in told
    assert "پاسخ دوم" in told


def test_after_they_are_recalled(sent: Meeting) -> None:
    minuting.recall(fresh(sent), reason="x", version=fresh(sent).version)
    said = {"seat": str(sent.attendances.first().seat_id), "text": "x"}
    assert chief().post(place("object_to", sent), said).status_code == 409
