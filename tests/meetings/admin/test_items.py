"""Items of an agenda on the desk: written, numbered, nested, dealt with, taken off."""

import datetime as dt
from typing import Any

import pytest

from tests.making import SmallSite
from tests.meetings.admin.desk import as_now, chief, errors, place, secretary
from tests.meetings.making import (
    announced,
    approved,
    held,
    item,
    meeting,
    resolution,
    staffed_council,
)
from tests.meetings.owing import agencies_at
from wagtail_prcouncil.directory.models import Agency
from wagtail_prcouncil.meetings.models import AgendaItem
from wagtail_prcouncil.meetings.states import AgendaStatus, Outcome

BLANK = {
    "label": "",
    "kind": "discussion",
    "title": "بررسی طرح",
    "parent": "",
    "presenter": "",
    "agency": "",
    "minutes_allotted": "۲۰",
    "visibility": "public",
    "background": "",
    "title_en": "",
    "background_en": "",
    "election": "",
}


def words(one: AgendaItem, **said: Any) -> dict[str, Any]:
    return BLANK | {"version": str(AgendaItem.objects.get(pk=one.pk).version)} | said


def test_the_first_item_begins_the_agenda(site: SmallSite) -> None:
    made = meeting(staffed_council(site))
    client = chief()
    form = client.get(place("add_item", made)).context["form"]
    assert form["label"].value() == "۱"
    answer = client.post(place("add_item", made), as_now(made, **BLANK))
    assert answer.status_code == 302, errors(answer)
    made.refresh_from_db()
    assert made.agenda_status == AgendaStatus.DRAFT
    assert made.items.get().minutes_allotted == 20


@pytest.mark.parametrize("minutes", ["1441", "99999999999999", "-1", "نیم"])
def test_an_item_lasts_a_day_at_most(site: SmallSite, minutes: str) -> None:
    made = meeting(staffed_council(site))
    said = BLANK | {"minutes_allotted": minutes}
    answer = chief().post(place("add_item", made), as_now(made, **said))
    assert "minutes_allotted" in errors(answer)
    assert answer.context["form"]["title"].value() == BLANK["title"]
    assert not made.items.exists()


def test_a_part_is_numbered_after_what_it_is_part_of(site: SmallSite) -> None:
    made = meeting(staffed_council(site))
    above = item(made, "گزارش‌ها", label="۲")
    form = chief().get(f"{place('add_item', made)}?parent={above.pk}").context["form"]
    assert (form["label"].value(), form["parent"].value()) == ("۲-۱", above.pk)


def test_what_the_address_asks_for_in_vain_is_passed_over(site: SmallSite) -> None:
    made = meeting(staffed_council(site))
    client = chief()
    for asked in ("0", "x", "9" * 30, "-1", "²"):
        page = client.get(f"{place('add_item', made)}?parent={asked}")
        assert page.status_code == 200, asked


def test_an_item_cannot_be_part_of_itself_or_of_another_agenda(site: SmallSite) -> None:
    council = staffed_council(site)
    one, other = item(meeting(council)), item(meeting(council))
    client = chief()
    for parent in (one, other):
        answer = client.post(place("item", one), words(one, parent=str(parent.pk)))
        assert list(errors(answer)) == ["parent"]


def test_what_became_of_an_item_is_said_with_the_discussion(site: SmallSite) -> None:
    one = item(meeting(staffed_council(site)))
    said = {"version": str(one.version), "outcome": "decided", "discussion": "موافقت شد."}
    assert chief().post(place("settle", one), said).status_code == 302
    one.refresh_from_db()
    assert (one.outcome, one.discussion) == (Outcome.DECIDED, "موافقت شد.")


def test_withdrawing_is_an_outcome_that_is_proposed(site: SmallSite) -> None:
    one = item(meeting(staffed_council(site)))
    form = chief().get(f"{place('settle', one)}?outcome=withdrawn").context["form"]
    assert form["outcome"].value() == "withdrawn"


def test_an_item_that_a_resolution_cites_stays(site: SmallSite) -> None:
    made = held(staffed_council(site))
    one = item(made)
    resolution(made, item=one)
    answer = chief().post(place("remove_item", one), as_now(made))
    assert answer.status_code == 409
    assert answer.context["conflict"]["sentence"]
    assert AgendaItem.objects.filter(pk=one.pk).exists()


def test_an_item_goes_with_its_parts_which_are_named_before(site: SmallSite) -> None:
    made = announced(staffed_council(site))
    above = item(made, "بالا")
    item(made, "پایین", parent=above)
    client = chief()
    page = client.get(place("remove_item", above))
    assert "پایین" in [fact.value for fact in page.context["facts"]]
    assert client.post(place("remove_item", above), as_now(made)).status_code == 302
    assert not made.items.exists()


def test_whoever_was_slower_is_told_what_the_item_is_now(site: SmallSite) -> None:
    one = item(meeting(staffed_council(site)))
    late = words(one, title="دیر")
    client = chief()
    client.post(place("item", one), words(one, title="زود"))
    answer = client.post(place("item", one), late)
    assert answer.status_code == 409
    assert "دیر" in answer.content.decode()
    assert "زود" in [fact.value for fact in answer.context["conflict"]["facts"]]


def test_once_the_minutes_are_approved_nothing_is_written(site: SmallSite) -> None:
    made = held(staffed_council(site))
    one = item(made)
    approved(made)
    answer = chief().post(place("item", one), words(one, title="تازه"))
    assert errors(answer)["__all__"]
    assert AgendaItem.objects.get(pk=one.pk).title != "تازه"


def test_items_of_other_councils_are_not_there(site: SmallSite) -> None:
    mine, other = staffed_council(site), staffed_council(site)
    one = item(meeting(other))
    keeper = secretary(mine)
    for name in ("item", "settle", "remove_item", "documents"):
        assert keeper.get(place(name, one)).status_code == 404, name


def test_a_closed_agency_gets_no_new_item_and_keeps_its_own(site: SmallSite) -> None:
    made = meeting(staffed_council(site))
    agency = agencies_at(made.council)[0]
    own, other = item(made, "پیشین", agency=agency), item(made, "دیگر")
    Agency.objects.filter(pk=agency.pk).update(
        closed_on=dt.date(2026, 1, 1), closing_reason="abolished"
    )
    client, said = chief(), {"agency": str(agency.pk)}
    for address, sent in (
        (place("add_item", made), as_now(made, **(BLANK | said))),
        (place("item", other), words(other, **said)),
    ):
        assert list(errors(client.post(address, sent))) == ["agency"]
    kept = client.post(place("item", own), words(own, title="عنوان دیگر", **said))
    assert kept.status_code == 302, errors(kept)
    own.refresh_from_db()
    assert (own.title, own.agency) == ("عنوان دیگر", agency)
