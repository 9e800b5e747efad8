"""The desk's print tab."""

import pytest

from tests.making import SmallSite
from tests.meetings.admin.desk import place, secretary
from tests.meetings.printed.making import SECRET, full
from wagtail_prcouncil.meetings.rights import Right
from wagtail_prcouncil.printing import pdf
from wagtail_prcouncil.printing.actions import make_waiting

MINUTES = {"kind": "minutes", "audience": "members", "language": "fa"}


def test_papers_are_there_to_print(site: SmallSite) -> None:
    one = full(site)
    client = secretary(one.council)
    shown = client.get(place("print", one))
    assert len(shown.context["papers"]) == 5 + 3
    page = client.get(place("print_page", one), MINUTES)
    assert SECRET in page.content.decode()
    for wrong in ({"kind": "song"}, {"language": "de"}, {"language": "fa\0"}):
        assert client.get(place("print_page", one), MINUTES | wrong).status_code == 404
        assert client.get(place("print_pdf", one), MINUTES | wrong).status_code == 404


def test_a_pdf_is_asked_for_and_read(site: SmallSite) -> None:
    one = full(site)
    client = secretary(one.council)
    assert client.get(place("print_pdf", one), MINUTES).status_code == 404
    client.post(place("make_pdf", one), MINUTES)
    make_waiting()
    response = client.get(place("print_pdf", one), MINUTES)
    assert response["Content-Type"] == "application/pdf"
    assert any(paper.is_current for paper in client.get(place("print", one)).context["papers"])


def test_without_the_extra_it_is_said_and_pages_still_print(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = full(site)
    monkeypatch.setattr(pdf, "find_spec", lambda name: None)
    client = secretary(one.council)
    assert not client.get(place("print", one)).context["makes_pdf"]
    told = client.post(place("make_pdf", one), MINUTES, follow=True).context["messages"]
    assert len(list(told)) == 1
    assert client.get(place("print_page", one), MINUTES).status_code == 200


def test_whoever_looks_has_none_made_and_strangers_see_nothing(site: SmallSite) -> None:
    one = full(site)
    looking = secretary(one.council, rights=[Right.VIEW])
    assert looking.get(place("print", one)).status_code == 200
    assert looking.post(place("make_pdf", one), MINUTES).status_code == 302
    assert make_waiting() == {}
    stranger = secretary(one.council, rights=[Right.VIEW_REPORTS])
    assert stranger.get(place("print_page", one), MINUTES).status_code != 200
