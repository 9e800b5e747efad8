"""Who gets which paper."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db.models import Model
from pytest_django.fixtures import DjangoCaptureOnCommitCallbacks
from wagtail.models import PageViewRestriction

from tests.councils.staff import group_for, member_of
from tests.making import SmallSite, chosen
from tests.meetings import papers as made
from tests.meetings.making import approved, fresh, held, item, meeting, staffed_council
from wagtail_prcouncil.meetings.actions import itemising, minuting
from wagtail_prcouncil.meetings.models import Meeting, Reporter
from wagtail_prcouncil.meetings.paper_addresses import kind_of
from wagtail_prcouncil.meetings.papers import Paper, paper
from wagtail_prcouncil.meetings.rights import Right
from wagtail_prcouncil.meetings.states import ReportState, Visibility


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path) -> Iterator[None]:
    with chosen(PRIVATE_ROOT=str(tmp_path)):
        yield


def found(row: Model) -> Paper:
    one = paper(kind_of(row), row.pk)
    assert one is not None
    return one


def test_a_paper_of_a_public_item_is_everybodys(site: SmallSite) -> None:
    assert found(made.document(made.with_agenda(site))).is_public


@pytest.mark.parametrize("visibility", [Visibility.CLOSED, Visibility.MEMBERS])
def test_of_an_item_that_is_not_it_is_not(site: SmallSite, visibility: str) -> None:
    assert not found(made.document(made.with_agenda(site, visibility=visibility))).is_public


def test_nor_below_a_closed_item(site: SmallSite) -> None:
    above = made.with_agenda(site, visibility=Visibility.CLOSED)
    below = item(above.meeting, "زیربند", parent=above)
    itemising.amend(fresh(above.meeting), note="x", version=fresh(above.meeting).version)
    assert not found(made.document(below)).is_public


def test_an_item_closed_since_the_agenda_was_published(site: SmallSite) -> None:
    one = made.with_agenda(site)
    one.visibility = Visibility.CLOSED
    itemising.save_item(one, version=one.version)
    assert not found(made.document(one)).is_public


def test_nor_before_the_agenda_is_published(site: SmallSite) -> None:
    one = item(held(staffed_council(site)), "بند")
    assert not found(made.document(one)).is_public


def test_nor_of_a_meeting_that_nobody_knows_of(site: SmallSite) -> None:
    planned = meeting(staffed_council(site))
    one = item(planned, "بند")
    itemising.finalise(fresh(planned), version=fresh(planned).version)
    assert not found(made.document(one)).is_public


def test_nor_of_a_page_that_is_private_or_gone(site: SmallSite) -> None:
    one = made.with_agenda(site)
    row = made.document(one)
    page = one.meeting.page
    limit = PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert not found(row).is_public
    limit.delete()
    assert found(row).is_public
    page.unpublish()
    assert not found(row).is_public


@pytest.mark.parametrize(
    ("said", "is_public"),
    [
        ({}, True),
        ({"state": ReportState.SUBMITTED}, False),
        ({"visibility": Visibility.MEMBERS}, False),
        ({"visibility": Visibility.CLOSED}, False),
    ],
)
def test_files_of_reports(site: SmallSite, said: dict[str, Any], is_public: bool) -> None:
    one = made.with_agenda(site)
    assert found(made.report_file(one, one.meeting, **said)).is_public is is_public
    assert found(made.report_file(None, one.meeting, **said)).is_public is is_public


def test_a_report_on_a_closed_item(site: SmallSite) -> None:
    one = made.with_agenda(site, visibility=Visibility.CLOSED)
    assert not found(made.report_file(one, one.meeting)).is_public


def test_evidence_is_never_everybodys(site: SmallSite) -> None:
    assert not found(made.evidence(held(staffed_council(site)))).is_public


def scan_of(one: Meeting) -> Paper:
    done = approved(one)
    done = minuting.publish(done, version=done.version)
    return found(made.scanned(done))


def test_a_scan_of_minutes_in_which_all_is_public(site: SmallSite) -> None:
    one = made.with_agenda(site).meeting
    assert scan_of(one).is_public
    done = fresh(one)
    minuting.withdraw(done, reason="x", version=done.version)
    assert not found(done).is_public


@pytest.mark.parametrize("visibility", [Visibility.CLOSED, Visibility.MEMBERS])
def test_a_scan_shows_what_is_closed_too(site: SmallSite, visibility: str) -> None:
    assert not scan_of(made.with_agenda(site, visibility=visibility).meeting).is_public


def test_whoever_keeps_the_council(site: SmallSite) -> None:
    one = made.with_agenda(site, visibility=Visibility.CLOSED)
    other = staffed_council(site)
    rows = [
        (made.document(one), Right.VIEW, Right.VIEW_REPORTS),
        (made.report_file(one, one.meeting), Right.VIEW_REPORTS, Right.VIEW),
        (made.evidence(one.meeting), Right.VIEW_ASSIGNMENTS, Right.VIEW),
        (made.scanned(fresh(one.meeting)), Right.CHANGE, Right.VIEW_REPORTS),
    ]
    for row, right, wrong in rows:
        council = one.meeting.council
        assert found(row).is_for(member_of(group_for(council, rights=[right])))
        assert not found(row).is_for(member_of(group_for(other, rights=[right])))
        assert not found(row).is_for(member_of(group_for(council, rights=[wrong])))


def test_whoever_reports_for_the_agency(site: SmallSite) -> None:
    one = made.with_agenda(site, visibility=Visibility.CLOSED)
    own, other = (
        made.report_file(one, one.meeting, kind=kind) for kind in ("duties", "challenges")
    )
    user = member_of(group_for(rights=[Right.SUBMIT_REPORTS]))
    Reporter.objects.create(user=user, agency=own.report.agency)
    assert found(own).is_for(user)
    assert not found(other).is_for(user)
    assert not found(made.document(one)).is_for(user)


@pytest.mark.parametrize("kind", ["document", "report", "evidence", "scan", "x"])
def test_what_is_not_there(site: SmallSite, kind: str) -> None:
    assert paper(kind, 10**17) is None


def test_a_meeting_without_a_scan(site: SmallSite) -> None:
    assert paper("scan", held(staffed_council(site)).pk) is None


def lying(folder: Path) -> list[str]:
    """Kinds of the files on the disk."""
    return sorted(one.relative_to(folder).parts[0] for one in folder.rglob("*") if one.is_file())


def test_papers_of_an_item_leave_the_disk_with_it_and_editions_stay(
    site: SmallSite,
    tmp_path: Path,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    one = made.with_agenda(site)
    below = item(one.meeting, "جزء", parent=one)
    for row in (one, below, item(one.meeting, "دیگر")):
        made.document(row)
    assert lying(tmp_path) == ["itemdocument"] * 3
    with django_capture_on_commit_callbacks(execute=True):
        itemising.remove_item(one, version=fresh(one.meeting).version)
        assert len(lying(tmp_path)) == 3
    assert lying(tmp_path) == ["itemdocument"]
    (edition,) = fresh(one.meeting).editions.all()
    assert [kept["title"] for kept in edition.items] == ["بند"]


def test_a_page_that_is_deleted_takes_all_papers_of_its_meeting(
    site: SmallSite,
    tmp_path: Path,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    one = meeting(staffed_council(site))
    made.document(item(one))
    one = fresh(one)
    one.scan = made.file()
    one.save()
    assert lying(tmp_path) == ["itemdocument", "meeting"]
    with django_capture_on_commit_callbacks(execute=True):
        one.page.delete()
    assert lying(tmp_path) == []
