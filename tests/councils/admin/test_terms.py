"""Terms in the admin."""

import pytest

from tests.councils.admin.desk import chief, errors, secretary, term_place
from tests.councils.making import START, council
from tests.making import SmallSite
from wagtail_prcouncil.councils.models import CouncilPage, Term


def words(council: CouncilPage, **said: str) -> dict[str, str]:
    kept = {
        "version": "1",
        "number": "1",
        "since": "1403/01/01",
        "until": "",
        "note": "",
        "note_en": "",
    }
    return kept | {"council": str(council.pk)} | said


def test_a_term_is_added_and_changed(site: SmallSite) -> None:
    home = council(site)
    client = secretary(home)
    assert client.post(term_place("add"), words(home)).status_code == 302
    term = Term.objects.get()
    assert (term.council, term.since) == (home, START)
    said = words(home, number="2", note="میان‌دوره‌ای")
    assert client.post(term_place("edit", term.pk), said).status_code == 302
    term.refresh_from_db()
    assert (term.number, term.note) == (2, "میان‌دوره‌ای")
    assert home.title in client.get(term_place("index")).content.decode()


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"number": "0"}, "number"),
        ({"number": "-1"}, "number"),
        ({"number": "99999"}, "number"),
        ({"number": "x"}, "number"),
        ({"number": "3"}, "number"),
        ({"since": "1403/02/01"}, "since"),
        ({"since": "1390/01/01", "until": "1389/01/01"}, "until"),
        ({"since": ""}, "since"),
        ({"council": "x"}, "council"),
    ],
)
def test_what_cannot_be_is_told_beside_the_field(
    site: SmallSite, said: dict[str, str], field: str
) -> None:
    home = council(site)
    Term.objects.create(council=home, number=3, since=START)
    response = chief().post(term_place("add"), words(home, until="1404/01/01") | said)
    assert response.status_code == 200
    assert field in errors(response)
    assert Term.objects.count() == 1


def test_a_term_of_another_council_is_not_there(site: SmallSite) -> None:
    home, other = council(site), council(site)
    foreign = Term.objects.create(council=other, number=1, since=START)
    client = secretary(home)
    for verb in ("edit", "history"):
        assert client.get(term_place(verb, foreign.pk)).status_code == 404
    assert list(errors(client.post(term_place("add"), words(other)))) == ["council"]


@pytest.mark.parametrize("number", ["0", "-1", "1000", "9" * 30, "x", "", "1.5"])
def test_what_is_no_number_of_a_term_is_told_by_one_sentence(site: SmallSite, number: str) -> None:
    home = council(site)
    told = errors(chief().post(term_place("add"), words(home, number=number)))["number"]
    [sentence] = told
    assert "۹۹۹" in sentence
