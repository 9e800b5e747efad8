"""Papers of items."""

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.councils.staff import group_for, member_of
from tests.making import SmallSite
from tests.meetings.making import approved, fresh, held, item, meeting, staffed_council
from wagtail_prcouncil.meetings.actions.documenting import add_document, remove_document
from wagtail_prcouncil.meetings.models import ItemDocument
from wagtail_prcouncil.meetings.rights import Right
from wagtail_prcouncil.meetings.rules import ConflictError, MeetingError

PDF = b"%PDF-1.4\n%%EOF\n"


def paper() -> "SimpleUploadedFile":
    return SimpleUploadedFile("a.pdf", PDF)


def test_a_paper_is_added_by_whoever_may_change_the_meeting(site: SmallSite) -> None:
    one = item(meeting(staffed_council(site)))
    reader = member_of(group_for(one.meeting.council, rights=[Right.VIEW]))
    version = fresh(one.meeting).version
    with pytest.raises(PermissionDenied):
        add_document(one, paper(), title="گزارش", version=version, by=reader)
    made = add_document(one, paper(), title="گزارش", version=version)
    with pytest.raises(ConflictError):
        remove_document(made, version=version)
    remove_document(made, version=fresh(one.meeting).version)
    assert not ItemDocument.objects.exists()


def test_a_paper_without_a_name_or_of_another_kind_is_refused(site: SmallSite) -> None:
    one = item(meeting(staffed_council(site)))
    version = fresh(one.meeting).version
    with pytest.raises(MeetingError) as nameless:
        add_document(one, paper(), title=" ", version=version)
    with pytest.raises(MeetingError) as disguised:
        add_document(one, SimpleUploadedFile("a.pdf", b"GIF89a"), title="گ", version=version)
    assert [nameless.value.field, disguised.value.field] == ["title", "file"]


def test_once_the_minutes_are_approved_papers_stay_as_they_are(site: SmallSite) -> None:
    made = held(staffed_council(site))
    one = item(made)
    approved(made)
    with pytest.raises(MeetingError):
        add_document(one, paper(), title="دیر", version=fresh(made).version)
