"""The signed paper."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from tests.councils.staff import member_of
from tests.making import SmallSite, chosen
from tests.meetings.making import approved, fresh, held, staffed_council
from tests.uploads import files
from wagtail_prcouncil.meetings.actions.scanning import attach_scan, remove_scan
from wagtail_prcouncil.meetings.models import Meeting
from wagtail_prcouncil.meetings.rules import ConflictError, MeetingError


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> Iterator[Path]:
    with chosen(PRIVATE_ROOT=str(tmp_path)):
        yield tmp_path


@pytest.fixture
def done(site: SmallSite) -> Meeting:
    return approved(held(staffed_council(site)))


def attached(meeting: Meeting, name: str = "امضا.pdf", **said: Any) -> Meeting:
    file = files.upload(name, said.pop("content", files.pdf()))
    return attach_scan(meeting, file, **({"version": fresh(meeting).version} | said))


def test_the_file_that_was_there_goes_with_the_next(
    done: Meeting, folder: Path, django_capture_on_commit_callbacks: Any
) -> None:
    first = attached(done).scan.name
    with django_capture_on_commit_callbacks(execute=True):
        second = attached(done, "دوم.pdf").scan.name
    assert not (folder / str(first)).exists()
    assert (folder / str(second)).exists()
    with django_capture_on_commit_callbacks(execute=True):
        remove_scan(fresh(done), version=fresh(done).version)
    assert not (folder / str(second)).exists()
    assert not fresh(done).scan


def test_only_of_what_is_approved(site: SmallSite) -> None:
    with pytest.raises(MeetingError) as caught:
        attached(held(staffed_council(site)))
    assert caught.value.field == "file"


def test_a_bad_file_is_told_beside_the_field(done: Meeting) -> None:
    with pytest.raises(MeetingError) as caught:
        attached(done, content=b"MZ\x90\0")
    assert caught.value.field == "file"
    assert not fresh(done).scan


def test_by_whom_and_over_what(done: Meeting) -> None:
    with pytest.raises(PermissionDenied):
        attached(done, by=member_of())
    with pytest.raises(ConflictError):
        attached(done, version=done.version - 1)
