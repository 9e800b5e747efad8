"""What is made on the desk is made once, however often its form is sent."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from tests.councils.test_parallel import at_once
from tests.making import SmallSite, small_site
from tests.meetings.admin.desk import chief, errors, logged_in, place
from tests.meetings.making import announced, circulated, held, item, staffed_council
from tests.meetings.owing import agencies_at, assignment, task_place
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.meetings.models import (
    AgendaItem,
    Assignment,
    Attendance,
    FollowUp,
    Meeting,
    Objection,
    Recipient,
    Resolution,
)
from wagtail_prcouncil.persian.jalali import to_jalali

MARK = "m" * 32


def typed(day: dt.date) -> str:
    return "{}/{}/{}".format(*to_jalali(day))


def an_item(site: SmallSite) -> tuple[str, dict[str, Any]]:
    one = announced(staffed_council(site))
    said = {"title": "بند", "kind": "discussion", "visibility": "public", "label": "۱"}
    return place("add_item", one), said | {"version": one.version}


def a_resolution(site: SmallSite) -> tuple[str, dict[str, Any]]:
    one = held(staffed_council(site))
    said = {"version": 1, "text": "مقرر شد", "by_consensus": "on"}
    return place("add_resolution", one), said


def an_assignment(site: SmallSite) -> tuple[str, dict[str, Any]]:
    one = held(staffed_council(site))
    said = {"version": 1, "task": "کار", "visibility": "public", "due_on": typed(today())}
    return place("assign", one), said | {"agency": agencies_at(one.council)[0].pk}


def a_note(site: SmallSite) -> tuple[str, dict[str, Any]]:
    made = held(staffed_council(site))
    row = assignment(made, agencies_at(made.council)[0])
    said = {"version": row.version, "on": typed(today()), "text": "پیگیری شد"}
    return task_place("note", row), said


def a_step(site: SmallSite) -> tuple[str, dict[str, Any]]:
    address, said = a_note(site)
    return address.replace("note", "fulfil"), said


def a_guest(site: SmallSite) -> tuple[str, dict[str, Any]]:
    one = held(staffed_council(site))
    return place("add_guest", one), {"version": one.version, "name": "مهمان نمونه"}


def an_objection(site: SmallSite) -> tuple[str, dict[str, Any]]:
    one = circulated(held(staffed_council(site)))
    seat = one.council.seats.first()
    return place("object_to", one), {"seat": seat.pk, "text": "چنین نبود"}


def a_recipient(site: SmallSite) -> tuple[str, dict[str, Any]]:
    said = {"council": staffed_council(site).pk, "name": "دبیر", "email": "a@example.invalid"}
    return reverse("prcouncil_recipients:add"), said | {"language": "fa", "is_active": "on"}


def a_meeting(site: SmallSite) -> tuple[str, dict[str, Any]]:
    said = {"title": "نشست دوازدهم", "kind": "ordinary", "mode": "in_person"}
    return place("add"), said | {"council": staffed_council(site).pk}


def carried(site: SmallSite) -> tuple[str, dict[str, Any]]:
    home = staffed_council(site)
    past = held(home)
    item(past)
    one = announced(home)
    AgendaItem.objects.filter(meeting=past).update(outcome="deferred")
    return place("copy_agenda", one), {"version": one.version, "source": past.pk}


FORMS: list[tuple[Callable[[SmallSite], tuple[str, dict[str, Any]]], Any]] = [
    (an_item, AgendaItem),
    (a_resolution, Resolution),
    (an_assignment, Assignment),
    (a_note, FollowUp),
    (a_step, FollowUp),
    (a_guest, Attendance),
    (an_objection, Objection),
    (a_recipient, Recipient),
    (a_meeting, Meeting),
    (carried, AgendaItem),
]


@pytest.mark.parametrize(("form", "kind"), FORMS, ids=[form.__name__ for form, _kind in FORMS])
def test_sent_twice_it_is_made_once(
    site: SmallSite,
    form: Callable[[SmallSite], tuple[str, dict[str, Any]]],
    kind: Any,
) -> None:
    address, said = form(site)
    client, before = chief(), kind.objects.count()
    mark = client.get(address).context["once"]
    assert f'name="once" value="{mark}"' in client.post(address, {"once": mark}).content.decode()
    first = client.post(address, said | {"once": mark})
    assert first.status_code == 302, errors(first)
    assert kind.objects.count() == before + 1
    second = client.post(address, said | {"once": mark})
    assert (second.status_code, second["Location"]) == (302, first["Location"])
    assert kind.objects.count() == before + 1


@pytest.mark.needs("postgres")
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("form", [a_resolution, a_meeting], ids=["resolution", "meeting"])
def test_two_at_the_same_moment_make_one(
    form: Callable[[SmallSite], tuple[str, dict[str, Any]]],
) -> None:
    address, said = form(small_site())
    before = Meeting.objects.count()
    first = chief()
    clients = [first, *(logged_in(User.objects.get(username="chief")) for _more in range(2))]
    sent = said | {"once": MARK}
    answers: list[Any] = at_once(*[lambda c=one: c.post(address, sent) for one in clients])
    assert {one.status_code for one in answers} == {302}
    assert len({one["Location"] for one in answers}) == 1
    made = (Resolution.objects.count(), Meeting.objects.count() - before)
    assert made == ((1, 0) if form is a_resolution else (0, 1))


def test_a_form_of_before_is_told_that_somebody_was_faster(site: SmallSite) -> None:
    """The same words from another form are another matter."""
    address, said = a_note(site)
    client = chief()
    assert client.post(address, said | {"once": MARK}).status_code == 302
    assert client.post(address, said | {"once": "n" * 32}).status_code == 409
    assert FollowUp.objects.count() == 1
