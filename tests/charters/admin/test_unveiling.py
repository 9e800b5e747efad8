"""Unveilings on the desk."""

from tests.charters.admin.desk import chief, errors, now, place, secretary
from tests.charters.making import adopted, charter, draft
from tests.councils.making import council
from tests.making import SmallSite
from tests.meetings.making import held, staffed_council
from wagtail_prcouncil.charters.admin.unveiling import badge
from wagtail_prcouncil.charters.models import Unveiling
from wagtail_prcouncil.charters.rights import Right

BLANK = {
    "occasion": "",
    "on": "",
    "place": "",
    "place_en": "",
    "note_for_readers": "",
    "note_for_readers_en": "",
}


def test_the_conference_gives_the_day_and_saying_it_again_corrects_it(site: SmallSite) -> None:
    conference = held(staffed_council(site), days=-5)
    version = adopted(charter(council(site)), days=-20)
    one, client = version.charter, chief()
    assert client.get(place("unveil", version)).status_code == 200
    said = BLANK | {"occasion": conference.page_id, "place": "تالار وحدت"}
    answer = client.post(place("unveil", version), now(one, **said))
    assert answer.status_code == 302, errors(answer)
    assert answer["Location"] == place("unveiling", one)
    told = Unveiling.objects.get()
    assert (told.unveiled_on, told.place) == (conference.day, "تالار وحدت")
    again = client.get(place("unveil", version))
    assert again.context["form"].initial["place"] == "تالار وحدت"
    client.post(place("unveil", version), now(one, **said | {"place": "تالار اندیشه"}))
    assert Unveiling.objects.get().place == "تالار اندیشه"
    assert "تالار اندیشه" in client.get(place("unveiling", one)).content.decode()
    assert badge(one)


def test_what_is_wrong_is_told_beside_its_field_and_nothing_is_lost(site: SmallSite) -> None:
    version = adopted(charter(council(site)), days=-3)
    one, client = version.charter, chief()
    for given, field in (
        ({}, "on"),
        ({"on": "1405/13/01"}, "on"),
        ({"on": "1380/01/01"}, "on"),
        ({"on": "1410/01/01"}, "on"),
        ({"on": "1405/08/30", "occasion": "9" * 30}, "occasion"),
        ({"on": "1405/08/30", "place": "ت" * 201}, "place"),
    ):
        sent = BLANK | {"note_for_readers": "یادداشت من"} | given
        answer = client.post(place("unveil", version), now(one, **sent))
        assert answer.status_code == 200, given
        assert field in errors(answer), given
        assert "یادداشت من" in answer.content.decode()
    assert not Unveiling.objects.exists()


def test_a_draft_has_no_screen_and_those_without_the_right_no_way_to_it(site: SmallSite) -> None:
    one = charter(council(site))
    assert chief().get(place("unveil", draft(one))).status_code == 404
    version = adopted(one)
    reader = secretary(one.council, rights=[Right.VIEW, Right.CHANGE])
    assert [row.url for row in reader.get(place("unveiling", one)).context["unveiled"]] == [""]
    assert reader.get(place("unveil", version)).status_code == 302
    assert secretary(council(site)).get(place("unveil", version)).status_code == 404


def test_whoever_was_slower_is_told_what_is_so_now(site: SmallSite) -> None:
    version = adopted(charter(council(site)), days=-20)
    one, client = version.charter, chief()
    first = now(one, **BLANK | {"on": "1405/08/30", "place": "تالار یک"})
    assert client.post(place("unveil", version), first).status_code == 302
    late = client.post(place("unveil", version), first | {"place": "تالار دو"})
    assert late.status_code == 409
    assert "تالار یک" in late.content.decode()
    assert "تالار دو" in late.content.decode()
