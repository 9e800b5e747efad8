"""An assignment is given, and put right."""

import datetime as dt

from tests.making import SmallSite
from tests.meetings.admin.desk import chief, errors, place, secretary
from tests.meetings.making import held, resolution, staffed_council
from tests.meetings.owing import agencies_at, assignment, task_place
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.meetings.models import Assignment
from wagtail_prcouncil.meetings.rights import Right
from wagtail_prcouncil.persian.jalali import to_jalali


def typed(day: dt.date) -> str:
    return "{}/{}/{}".format(*to_jalali(day))


WORDS = {"version": "1", "task": "کار", "task_en": "", "visibility": "public", "seat": ""}


def test_from_a_resolution_its_words_stand_there(site: SmallSite) -> None:
    made = held(staffed_council(site))
    row, agency = resolution(made, "مقرر شد"), agencies_at(made.council)[0]
    client = chief()
    address = f"{place('assign', made)}?resolution={row.pk}"
    form = client.get(address).context["form"]
    assert (form.initial["resolution"], form.initial["task"]) == (row, "مقرر شد")
    for garbage in ("9" * 40, "x", ""):
        assert client.get(f"{place('assign', made)}?resolution={garbage}").status_code == 200
    due_on = today() + dt.timedelta(days=9)
    said = WORDS | {"agency": agency.pk, "resolution": row.pk, "due_on": typed(due_on)}
    answer = client.post(address, said)
    assert answer.status_code == 302, errors(answer)
    made_of_it = Assignment.objects.get()
    assert (made_of_it.resolution, made_of_it.agency, made_of_it.due_on) == (row, agency, due_on)


def test_a_second_click_sends_nothing(site: SmallSite) -> None:
    """What is given stays, and mail of it goes at once."""
    shown = chief().get(place("assign", held(staffed_council(site)))).content.decode()
    assert 'data-controller="w-progress" data-action="w-progress#activate"' in shown


def test_what_cannot_be_is_told_beside_its_field(site: SmallSite) -> None:
    made, other = held(staffed_council(site)), held(staffed_council(site))
    first, second, _third = agencies_at(made.council)
    good = WORDS | {"agency": first.pk, "resolution": "", "due_on": typed(today())}
    seat = made.council.seats.get(agency=second)
    client = chief()
    for field, value in (
        ("due_on", typed(today() - dt.timedelta(days=90))),
        ("due_on", "1405/13/40"),
        ("task", " "),
        ("agency", "9" * 40),
        ("seat", seat.pk),
        ("resolution", resolution(other).pk),
    ):
        answer = client.post(place("assign", made), good | {field: value})
        assert list(errors(answer)) == [field], (field, value)
    assert not Assignment.objects.exists()


def test_it_is_put_right_by_one_at_a_time(site: SmallSite) -> None:
    made = held(staffed_council(site))
    one = assignment(made, agencies_at(made.council)[0])
    said = WORDS | {"agency": one.agency_id, "resolution": "", "due_on": typed(one.due_on)}
    client = chief()
    first = client.post(task_place("change", one), said | {"task": "کار دیگر"})
    assert first.status_code == 302, errors(first)
    late = client.post(task_place("change", one), said | {"task": "کار سوم"})
    assert late.status_code == 409
    assert "کار سوم" in late.content.decode()
    assert Assignment.objects.get().task == "کار دیگر"


def test_whoever_may_only_change_gives_none(site: SmallSite) -> None:
    made = held(staffed_council(site))
    keeper = secretary(made.council, rights=[Right.VIEW, Right.CHANGE_ASSIGNMENTS])
    assert keeper.get(place("assign", made)).status_code == 302
