"""The screen on which a clause is reviewed."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.charters.admin.desk import chief, errors, now, place, secretary
from tests.charters.making import adopted, charter
from tests.councils.making import council
from tests.directory.making import agency
from tests.making import SmallSite
from wagtail_prcouncil.charters.actions.reviewing import measurable_clauses
from wagtail_prcouncil.charters.models import Charter, ClauseReview
from wagtail_prcouncil.charters.rights import Right
from wagtail_prcouncil.charters.states import Verdict
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.persian.dates import to_jalali

YEAR = to_jalali(today()).year


@pytest.fixture
def boss(db: None) -> Client:
    """May everything."""
    return chief()


@pytest.fixture
def one(site: SmallSite) -> Charter:
    return adopted(charter(council(site)), days=-1).charter


def screen(one: Charter, **asked: Any) -> str:
    """Of an agency and the clause that can be measured."""
    said = {
        "clause": measurable_clauses(one, "fa")[0].anchor,
        "agency": agency().pk,
        "year": YEAR,
    } | asked
    query = "&".join(f"{name}={value}" for name, value in said.items())
    return f"{place('review', one)}?{query}"


def sent(client: Client, one: Charter, url: str, **said: Any) -> Any:
    answers = {"verdict": Verdict.NOT_KEPT, "evidence": "هیچ", "evidence_en": "Nothing"}
    return client.post(url, now(one, **(answers | said)))


def test_clause_agency_and_year_stand_in_the_address(boss: Client, one: Charter) -> None:
    url = screen(one)
    page = boss.get(url)
    names = [fact.value for fact in page.context["facts"]]
    assert names[0] == measurable_clauses(one, "fa")[0].name()
    response = sent(boss, one, url)
    assert response["Location"] == f"{place('reviews', one)}?year={YEAR}"
    row = ClauseReview.objects.get()
    assert (row.verdict, row.evidence, row.evidence_en) == (Verdict.NOT_KEPT, "هیچ", "Nothing")


def test_said_again_it_corrects(boss: Client, one: Charter) -> None:
    url = screen(one)
    sent(boss, one, url, evidence_url="https://example.org/found")
    page = boss.get(url)
    assert page.context["form"]["evidence"].value() == "هیچ"
    assert page.context["form"]["evidence_url"].value() == "https://example.org/found"
    sent(boss, one, url, verdict=Verdict.KEPT, evidence="")
    assert ClauseReview.objects.get().verdict == Verdict.KEPT


def test_a_file_is_kept_changed_and_taken_away(
    boss: Client, one: Charter, django_capture_on_commit_callbacks: Any
) -> None:
    url = screen(one)
    sent(boss, one, url, evidence_file=SimpleUploadedFile("yek.txt", b"1"))
    first = ClauseReview.objects.get().evidence_file
    assert "drop_file" in boss.get(url).context["form"].fields
    sent(boss, one, url)
    assert ClauseReview.objects.get().evidence_file.name == first.name
    with django_capture_on_commit_callbacks(execute=True):
        sent(boss, one, url, evidence_file=SimpleUploadedFile("do.txt", b"2"))
    second = ClauseReview.objects.get().evidence_file
    assert not first.storage.exists(str(first.name))
    with django_capture_on_commit_callbacks(execute=True):
        sent(boss, one, url, drop_file="on")
    assert not ClauseReview.objects.get().evidence_file
    assert not second.storage.exists(str(second.name))


def test_what_is_wrong_is_told_beside_the_field(boss: Client, one: Charter) -> None:
    url = screen(one)
    wrong: dict[str, dict[str, Any]] = {
        "evidence": {"evidence": " "},
        "verdict": {"verdict": "perhaps"},
        "evidence_url": {"evidence_url": "javascript:alert(1)"},
        "evidence_file": {"evidence_file": SimpleUploadedFile("x.exe", b"MZ")},
    }
    for field, said in wrong.items():
        assert list(errors(sent(boss, one, url, **said))) == [field]
    assert not ClauseReview.objects.exists()


@pytest.mark.parametrize(
    "asked",
    [
        {"clause": "art_1"},
        {"agency": 0},
        {"agency": "x"},
        {"agency": "9" * 19},
        {"year": YEAR + 1},
        {"year": 1},
        {"year": ""},
    ],
)
def test_what_is_no_cell_of_the_table_is_not_there(
    boss: Client, one: Charter, asked: dict[str, Any]
) -> None:
    assert boss.get(screen(one, **asked)).status_code == 404


def test_whoever_was_slower_reads_what_is_so_now(boss: Client, one: Charter) -> None:
    url = screen(one)
    late = now(one, verdict=Verdict.KEPT)
    sent(boss, one, url)
    page = boss.post(url, late)
    assert page.status_code == 409
    assert "هیچ" in page.content.decode()
    assert ClauseReview.objects.get().verdict == Verdict.NOT_KEPT


def test_adding_and_correcting_are_rights_of_their_own(one: Charter) -> None:
    url = screen(one)
    adding = secretary(one.council, rights=[Right.VIEW, Right.ADD_REVIEWS])
    correcting = secretary(one.council, rights=[Right.VIEW, Right.CHANGE_REVIEWS])
    assert sent(correcting, one, url).headers["Location"] != f"{place('reviews', one)}?year={YEAR}"
    assert not ClauseReview.objects.exists()
    sent(adding, one, url)
    sent(adding, one, url, verdict=Verdict.KEPT)
    assert ClauseReview.objects.get().verdict == Verdict.NOT_KEPT
    sent(correcting, one, url, verdict=Verdict.KEPT)
    assert ClauseReview.objects.get().verdict == Verdict.KEPT
    elsewhere = secretary(council_beside(one), rights=[Right.VIEW, Right.ADD_REVIEWS])
    assert elsewhere.get(url).status_code == 404


def council_beside(one: Charter) -> Any:
    """Another one of the same site."""
    return one.council.get_parent().specific.add_child(
        instance=type(one.council)(title="شورای دیگر", slug="other-council")
    )
