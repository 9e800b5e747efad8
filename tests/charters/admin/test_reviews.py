"""The desk's tab of reviews: agencies by clauses, year by year."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries

from tests.charters.admin.desk import chief, place, secretary
from tests.charters.making import adopted, charter, signed
from tests.councils.making import council
from tests.directory.making import agency
from tests.making import SmallSite
from wagtail_prcouncil.charters.actions.reviewing import measurable_clauses, review
from wagtail_prcouncil.charters.models import CharterVersion, ClauseReview
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
def version(site: SmallSite) -> CharterVersion:
    """Three have signed it."""
    made = adopted(charter(council(site)), days=-1)
    for _ in range(3):
        signed(made, signed_on=today())
    return made


def reviewed(version: CharterVersion, verdict: str = Verdict.PARTLY) -> ClauseReview:
    """What was found of the first that signed."""
    (clause,) = measurable_clauses(version.charter, "fa")
    row = version.signatures.order_by("number")[0]
    return review(
        version.charter,
        anchor=clause.anchor,
        agency=row.agency,
        year=YEAR,
        verdict=verdict,
        evidence="سه روز",
    )


def test_every_agency_has_a_line_and_a_way_to_review_it(
    boss: Client, version: CharterVersion
) -> None:
    row = reviewed(version)
    page = boss.get(place("reviews", version.charter))
    words = page.content.decode()
    assert len(page.context["table"].lines) == 3
    assert words.count("prc-reviews__new") == 2
    assert row.get_verdict_display() in words
    assert f"agency={row.agency_id}" in words


def test_a_year_is_chosen(boss: Client, version: CharterVersion) -> None:
    reviewed(version)
    here = place("reviews", version.charter)
    for asked in ("", str(YEAR), "1300", "x", "۱۴۰۵"):
        assert boss.get(here, {"year": asked}).context["table"].year == YEAR


def test_what_is_not_in_force_yet_is_not_reviewed(boss: Client, site: SmallSite) -> None:
    page = boss.get(place("reviews", charter(council(site))))
    assert page.context["years"] == []
    assert "prc-reviews" not in page.content.decode()


@pytest.mark.parametrize("more", [0, 20])
def test_queries_do_not_grow(
    version: CharterVersion,
    more: int,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for _ in range(more):
        ClauseReview.objects.create(
            charter=version.charter,
            anchor=measurable_clauses(version.charter, "fa")[0].anchor,
            agency=agency(),
            year=YEAR,
            verdict=Verdict.KEPT,
            reviewed_on=today(),
        )
    client = secretary(version.charter.council)
    client.get(place("reviews", version.charter))
    with django_assert_max_num_queries(20):
        client.get(place("reviews", version.charter))


def test_as_a_file(boss: Client, version: CharterVersion) -> None:
    row = reviewed(version)
    here = place("reviews", version.charter)
    asked = {"year": str(YEAR)}
    csv = b"".join(boss.get(here, asked | {"export": "csv"}).streaming_content).decode()
    assert row.reviewed_on.isoformat() in csv
    assert row.anchor in csv
    assert "سه روز" in csv
    book = boss.get(here, asked | {"export": "xlsx"})
    sheet = load_workbook(BytesIO(b"".join(book.streaming_content))).active
    assert sheet is not None
    assert sheet.max_row == 2
    assert boss.get(here, asked | {"export": "pdf"}).status_code == 404


def test_who_sees_and_who_takes_away(version: CharterVersion) -> None:
    reviewed(version)
    here, council_of_it = place("reviews", version.charter), version.charter.council
    looking = secretary(council_of_it, rights=[Right.VIEW, Right.VIEW_REVIEWS])
    page = looking.get(here)
    assert page.context["table"] is not None
    assert "prc-reviews__new" not in page.content.decode()
    assert looking.get(here, {"export": "csv"}).status_code == 302
    stranger = secretary(council_of_it, rights=[Right.VIEW, Right.EXPORT])
    assert stranger.get(here).context["table"] is None
    assert stranger.get(here, {"export": "csv"}).status_code == 302


def test_the_file_is_for_whoever_sees_reviews(boss: Client, version: CharterVersion) -> None:
    row = reviewed(version)
    here = place("evidence", row)
    assert boss.get(here).status_code == 404
    row.evidence_file.save("gozaresh.txt", ContentFile("شاهد".encode()))
    one = version.charter.council
    response = secretary(one, rights=[Right.VIEW_REVIEWS]).get(here)
    assert b"".join(response.streaming_content).decode() == "شاهد"
    assert {"private", "no-store"} <= set(response["Cache-Control"].split(", "))
    assert Client().get(here).status_code == 302
    assert secretary(one, rights=[Right.VIEW]).get(here).status_code == 404
