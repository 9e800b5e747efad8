"""Resolutions go from council to council."""

import pytest
from django.urls import reverse

from tests.making import SmallSite
from tests.meetings.admin.desk import chief, errors, place, secretary
from tests.meetings.making import approved, held, meeting, resolution, staffed_council
from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.meetings.actions import resolving
from wagtail_prcouncil.meetings.models import Forwarding, Resolution
from wagtail_prcouncil.meetings.states import ForwardingState


@pytest.fixture
def adopted(site: SmallSite) -> Resolution:
    made = held(staffed_council(site))
    resolution(made, "مقرر شد", text_en="Resolved")
    return approved(made).resolutions.get()


@pytest.fixture
def other(site: SmallSite) -> CouncilPage:
    return staffed_council(site, title="شورای گیرنده")


def inbox(verb: str, row: Forwarding | None = None) -> str:
    return reverse(f"prcouncil_forwardings:{verb}", args=[row.pk] if row else [])


def test_sent_received_and_taken_up(adopted: Resolution, other: CouncilPage) -> None:
    sender, receiver = secretary(adopted.council), secretary(other)
    said = {"council": str(other.pk), "note": "برای اجرا"}
    assert sender.get(place("forward_resolution", adopted)).status_code == 200
    assert sender.post(place("forward_resolution", adopted), said).status_code == 302
    row = Forwarding.objects.get()
    told = receiver.get(inbox("index")).content.decode()
    assert "مقرر شد" in told
    assert inbox("take_up", row) in told
    assert inbox("decline", row) in told
    into = meeting(other, title="نشست گیرنده")
    told = receiver.get(place("resolutions", into)).content.decode()
    assert inbox("take_up", row) in told
    page = receiver.get(inbox("take_up", row))
    assert "برای اجرا" in page.content.decode()
    answer = receiver.post(inbox("take_up", row), {"meeting": str(into.pk)})
    assert answer["Location"] == place("resolutions", into)
    made = into.resolutions.get()
    assert (made.origin, made.text, made.text_en) == (adopted, "مقرر شد", "Resolved")
    assert adopted.name_as_read() in receiver.get(place("resolutions", into)).content.decode()
    row.refresh_from_db()
    assert row.state == ForwardingState.TAKEN_UP
    assert receiver.post(inbox("take_up", row), {"meeting": str(into.pk)}).status_code == 409


def test_declined_with_a_reason(adopted: Resolution, other: CouncilPage) -> None:
    row, receiver = resolving.forward(adopted, other), secretary(other)
    assert list(errors(receiver.post(inbox("decline", row), {"answer": " "}))) == ["answer"]
    assert receiver.post(inbox("decline", row), {"answer": "در صلاحیت نیست"}).status_code == 302
    row.refresh_from_db()
    assert (row.state, row.answer) == (ForwardingState.DECLINED, "در صلاحیت نیست")
    answer = receiver.post(inbox("decline", row), {"answer": "بار دوم"})
    assert answer.status_code == 409
    assert "بار دوم" in answer.content.decode()


def test_who_sent_it_does_not_answer_it(adopted: Resolution, other: CouncilPage) -> None:
    row, sender = resolving.forward(adopted, other), secretary(adopted.council)
    for verb in ("take_up", "decline"):
        assert sender.get(inbox(verb, row)).status_code == 404
    assert "مقرر شد" not in sender.get(inbox("index")).content.decode()


def test_once_to_each_and_never_to_itself(adopted: Resolution, other: CouncilPage) -> None:
    resolving.forward(adopted, other)
    client = chief()
    for council in (other, adopted.council):
        said = {"council": str(council.pk), "note": ""}
        answer = client.post(place("forward_resolution", adopted), said)
        assert list(errors(answer)) == ["council"]
    assert Forwarding.objects.count() == 1


def test_a_draft_is_not_forwarded(site: SmallSite, other: CouncilPage) -> None:
    row = resolution(held(staffed_council(site)))
    answer = chief().post(place("forward_resolution", row), {"council": str(other.pk)})
    assert answer.status_code == 200
    assert not Forwarding.objects.exists()


@pytest.mark.parametrize("said", ["", "x", "9" * 30])
def test_a_meeting_that_is_none(adopted: Resolution, other: CouncilPage, said: str) -> None:
    row = resolving.forward(adopted, other)
    assert list(errors(chief().post(inbox("take_up", row), {"meeting": said}))) == ["meeting"]


def test_settled_meetings_are_not_offered(adopted: Resolution, other: CouncilPage) -> None:
    row, done = resolving.forward(adopted, other), approved(held(other))
    open_one = meeting(other)
    form = chief().get(inbox("take_up", row)).context["form"]
    assert list(form.fields["meeting"].queryset) == [open_one]
    assert done.pk
