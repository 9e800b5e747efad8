"""The desk's print tab."""

import pytest

from tests.charters.admin.desk import place, secretary
from tests.charters.making import draft
from tests.charters.printed.making import OFFICE, full
from tests.making import SmallSite
from wagtail_prcouncil.charters.rights import Right
from wagtail_prcouncil.printing import pdf
from wagtail_prcouncil.printing.actions import make_waiting

TEXT = {"number": "1", "language": "fa"}


def test_texts_are_there_to_print(site: SmallSite) -> None:
    one = full(site, english=True).charter
    draft(one)
    client = secretary(one.council)
    papers = client.get(place("print", one)).context["papers"]
    assert [(paper.number, paper.code) for paper in papers] == [(1, "fa"), (1, "en")]
    assert OFFICE in client.get(place("print_page", one), TEXT).content.decode()
    one.page.unpublish()
    assert client.get(place("print_page", one), TEXT).status_code == 200


@pytest.mark.parametrize(
    "wrong", [{"number": "2"}, {"number": "x"}, {"language": "de"}, {"language": "fa\0"}]
)
def test_what_there_is_not(site: SmallSite, wrong: dict[str, str]) -> None:
    one = full(site).charter
    draft(one)
    client = secretary(one.council)
    for ask in ("print_page", "print_pdf"):
        assert client.get(place(ask, one), TEXT | wrong).status_code == 404
    assert client.post(place("make_pdf", one), TEXT | wrong).status_code == 404


def test_a_pdf_is_asked_for_and_read(site: SmallSite) -> None:
    one = full(site).charter
    client = secretary(one.council)
    assert client.get(place("print_pdf", one), TEXT).status_code == 404
    client.post(place("make_pdf", one), TEXT)
    assert client.get(place("print", one)).context["papers"][0].is_waiting
    make_waiting()
    assert client.get(place("print_pdf", one), TEXT)["Content-Type"] == "application/pdf"
    (paper,) = client.get(place("print", one)).context["papers"]
    assert paper.pdf_url
    assert not paper.is_waiting


def test_without_the_extra_it_is_said_and_pages_still_print(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = full(site).charter
    monkeypatch.setattr(pdf, "find_spec", lambda name: None)
    client = secretary(one.council)
    assert not client.get(place("print", one)).context["makes_pdf"]
    told = client.post(place("make_pdf", one), TEXT, follow=True).context["messages"]
    assert len(list(told)) == 1
    assert client.get(place("print_page", one), TEXT).status_code == 200


def test_whoever_looks_has_none_made_and_strangers_see_nothing(site: SmallSite) -> None:
    one = full(site).charter
    looking = secretary(one.council, rights=[Right.VIEW])
    assert looking.get(place("print", one)).status_code == 200
    assert looking.post(place("make_pdf", one), TEXT).status_code == 302
    assert make_waiting() == {}
    stranger = secretary(one.council, rights=[Right.VIEW_REVIEWS])
    assert stranger.get(place("print_page", one), TEXT).status_code != 200
