"""Papers on their way out."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from tests.councils.admin.desk import chief, secretary
from tests.making import SmallSite, chosen
from tests.meetings import papers as made
from tests.meetings.making import fresh, staffed_council
from wagtail_prcouncil.meetings.models import AgendaItem
from wagtail_prcouncil.meetings.paper_addresses import address_of
from wagtail_prcouncil.meetings.rights import Right
from wagtail_prcouncil.meetings.states import Visibility


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> Iterator[Path]:
    with chosen(PRIVATE_ROOT=str(tmp_path)):
        yield tmp_path


@pytest.fixture
def closed(site: SmallSite) -> AgendaItem:
    return made.with_agenda(site, visibility=Visibility.CLOSED)


def test_a_public_paper(site: SmallSite, client: Client) -> None:
    response = client.get(address_of(made.document(made.with_agenda(site))))
    assert b"".join(response.streaming_content) == made.WORDS
    assert response["Content-Disposition"].startswith("attachment; filename*=utf-8''")
    assert response["Content-Type"] == "application/pdf"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response["Cache-Control"] == "no-cache"
    assert "Cookie" not in response.get("Vary", "")
    assert not response.cookies


def test_every_paper_of_a_closed_item_is_not_there_for_a_reader(
    closed: AgendaItem, client: Client
) -> None:
    """Neither at its address nor where it is stored."""
    one = closed.meeting
    rows = [
        made.document(closed),
        made.report_file(closed, one),
        made.evidence(one),
        made.scanned(fresh(one)),
    ]
    for row in rows:
        answer = client.get(address_of(row))
        assert answer.status_code == 404
        assert "Cookie" not in answer.get("Vary", "")
        assert not answer.cookies
        stored = (getattr(row, "file", None) or getattr(row, "scan", None)).name
        for path in (f"{settings.MEDIA_URL}{stored}", f"/documents/{stored}", f"/{stored}"):
            assert client.get(path).status_code == 404


def test_a_keeper_gets_it_and_no_cache_keeps_it(closed: AgendaItem) -> None:
    response = secretary(closed.meeting.council, rights=[Right.VIEW]).get(
        address_of(made.document(closed))
    )
    assert response.status_code == 200
    assert response["Cache-Control"] == "private, no-store"


def test_a_keeper_of_another_council_learns_nothing(closed: AgendaItem, site: SmallSite) -> None:
    client = secretary(staffed_council(site), rights=[Right.VIEW])
    there = client.get(address_of(made.document(closed)))
    nowhere = client.get("/meetings/files/document/999999/")
    assert (there.status_code, nowhere.status_code) == (404, 404)


@pytest.mark.parametrize(
    "path",
    [
        "document/0/",
        "document/999999999999999999/",
        "document/9999999999999999999999/",
        "document/x/",
        "document/۱/",
        "scan/1/",
        "papers/1/",
        "../document/1/",
    ],
)
def test_addresses_of_nothing(site: SmallSite, path: str) -> None:
    for client in (Client(), chief()):
        assert client.get(f"/meetings/files/{path}").status_code == 404


def test_a_file_that_is_gone(closed: AgendaItem, folder: Path) -> None:
    row = made.document(closed)
    (folder / str(row.file.name)).unlink()
    assert chief().get(address_of(row)).status_code == 404


def test_it_is_read_and_nothing_else(closed: AgendaItem) -> None:
    address, client = address_of(made.document(closed)), chief()
    assert client.head(address).status_code == 200
    assert client.post(address).status_code == 405


def test_a_cookie_of_nobody(closed: AgendaItem, client: Client) -> None:
    client.cookies[settings.SESSION_COOKIE_NAME] = "x" * 32
    assert client.get(address_of(made.document(closed))).status_code == 404
