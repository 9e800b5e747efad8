"""What two of the screens of seats and terms meet when two people use them at once."""

import pytest
from django.test import Client

from tests.councils.admin.desk import chief, seat_place, seat_words, term_place
from tests.councils.making import START, council, seat
from tests.making import SmallSite
from wagtail_prcouncil.councils.admin.keeping import EditView
from wagtail_prcouncil.councils.models import Seat, Term
from wagtail_prcouncil.councils.states import Role

Kept = tuple[str, dict[str, str], Seat | Term]


def kept(site: SmallSite, kind: type[Seat | Term]) -> Kept:
    """A row, the address of its screen, and what the screen sends."""
    home = council(site)
    if kind is Seat:
        place = seat(home, role=Role.OBSERVER, agency=None, is_voting=False)
        return seat_place("edit", place.pk), seat_words(), place
    term = Term.objects.create(council=home, number=1, since=START)
    words = {"version": "1", "number": "1", "since": "1403/01/01", "until": "", "note_en": ""}
    return term_place("edit", term.pk), words, term


@pytest.mark.parametrize("kind", [Seat, Term])
def test_the_second_is_told_what_the_first_saved(site: SmallSite, kind: type[Seat | Term]) -> None:
    place, words, row = kept(site, kind)
    field, first, second = ("label" if kind is Seat else "note", "نوشتهٔ یکم", "نوشتهٔ دوم")
    client: Client = chief()
    assert 'name="version" value="1"' in client.get(place).content.decode()
    assert client.post(place, words | {field: first}).status_code == 302
    response = client.post(place, words | {field: second})
    shown = response.content.decode()
    assert response.status_code == 409
    assert first in shown
    assert second in shown
    row.refresh_from_db()
    assert getattr(row, field) == first
    again = words | {field: second, "version": response.context["form"]["version"].value()}
    assert client.post(place, again).status_code == 302
    row.refresh_from_db()
    assert (getattr(row, field), row.version) == (second, 3)


@pytest.mark.parametrize("version", ["x", "", "-1", "9" * 40])
@pytest.mark.parametrize("kind", [Seat, Term])
def test_a_version_that_is_none_is_told(
    site: SmallSite, kind: type[Seat | Term], version: str
) -> None:
    place, words, _row = kept(site, kind)
    response = chief().post(place, words | {"version": version})
    assert response.status_code == 409
    assert response.context["conflict"]["sentence"]
    assert response.context["form"]["version"].value() == "1"


@pytest.mark.parametrize("kind", [Seat, Term])
def test_a_row_that_is_deleted_while_it_is_saved(
    site: SmallSite, kind: type[Seat | Term], monkeypatch: pytest.MonkeyPatch
) -> None:
    place, words, _row = kept(site, kind)
    find = EditView.find

    def find_the_last_time(view: EditView) -> None:
        find(view)
        kind._default_manager.all().delete()

    monkeypatch.setattr(EditView, "find", find_the_last_time)
    field = "label" if kind is Seat else "note"
    response = chief().post(place, words | {field: "نوشتهٔ من"})
    shown = response.content.decode()
    assert response.status_code == 409
    assert "نوشتهٔ من" in shown
    assert 'name="version"' not in shown  # no form that could never succeed
