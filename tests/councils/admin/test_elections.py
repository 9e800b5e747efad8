"""Elections in the admin: the list and how one stands."""

import datetime as dt

from tests.councils.admin.desk import chief, election_place, secretary
from tests.councils.making import council, election, person, seat
from tests.making import SmallSite
from wagtail_prcouncil.councils.models import Candidate
from wagtail_prcouncil.councils.states import Phase, Right, Role


def test_the_list_is_narrowed_by_phase(site: SmallSite) -> None:
    place = seat(council(site), Role.CHAIR)
    one = election(place, phase=Phase.ANNULLED)
    two = election(place)
    client = chief()
    assert list(client.get(election_place("index")).context["object_list"]) == [two, one]
    shown = client.get(f"{election_place('index')}?phase=annulled")
    assert list(shown.context["object_list"]) == [one]


def test_how_one_stands(site: SmallSite) -> None:
    place = seat(council(site), Role.CHAIR)
    one = election(place, phase=Phase.HELD, held_on=dt.date(2024, 5, 1), voters_present=12)
    Candidate.objects.create(election=one, person=person("نامزد"), votes=7)
    response = chief().get(election_place("edit", one.pk))
    shown = response.content.decode()
    assert "نامزد" in shown
    assert "۱۲" in shown
    assert response.context["next_step"].url == election_place("confirm", one.pk)


def test_who_only_looks_has_no_steps(site: SmallSite) -> None:
    place = seat(council(site), Role.CHAIR)
    one = election(place)
    client = secretary(place.council, rights=[Right.VIEW_ELECTIONS])
    response = client.get(election_place("edit", one.pk))
    assert response.context["next_step"] is None
    assert response.context["other_steps"] == []
    assert client.get(election_place("index")).status_code == 200


def test_officers_of_ones_own_council_are_offered(site: SmallSite) -> None:
    home, other = council(site), council(site)
    chair, _member = seat(home, Role.CHAIR), seat(home)
    seat(other, Role.CHAIR)
    form = secretary(home).get(election_place("add")).context["form"]
    assert list(form.fields["seat"].queryset) == [chair]
