"""Papers of an item: of a welcome kind, private, gone when they are taken away."""

from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import gettext

from tests.making import SmallSite
from tests.meetings.admin.desk import as_now, chief, errors, place
from tests.meetings.making import item, meeting, staffed_council
from wagtail_prcouncil.meetings.models import ItemDocument, Meeting

PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n"


def test_a_paper_is_kept_where_no_address_leads(
    site: SmallSite, django_capture_on_commit_callbacks: Any
) -> None:
    made = meeting(staffed_council(site))
    one = item(made)
    client = chief()
    file = SimpleUploadedFile("گزارش.pdf", PDF)
    said = as_now(made, title="گزارش", title_en="Report", file=file)
    answer = client.post(place("documents", one), said)
    assert answer.status_code == 302, errors(answer)
    paper = ItemDocument.objects.get(item=one)
    with pytest.raises(ValueError, match="no address"):
        paper.file.url  # noqa: B018
    stored = Path(paper.file.path)
    assert stored.read_bytes() == PDF
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(place("remove_document", paper), as_now(made)).status_code == 302
    assert not stored.exists()


def test_a_malformed_file_is_refused_beside_its_field_and_the_title_stays(site: SmallSite) -> None:
    made = meeting(staffed_council(site))
    one = item(made)
    client = chief()
    for name, content in (
        ("a.pdf", b"<html><script>alert(1)</script>"),
        ("a.exe", b"MZ"),
        ("a.pdf", b"%PDF-1.4 no end"),
    ):
        file = SimpleUploadedFile(name, content)
        said = as_now(made, title="پیوست", title_en="", file=file)
        answer = client.post(place("documents", one), said)
        assert list(errors(answer)) == ["file"], name
        assert "پیوست" in answer.content.decode()
    assert not ItemDocument.objects.exists()


def test_of_a_paper_of_a_published_agenda_members_are_told_by_amending(site: SmallSite) -> None:
    made = meeting(staffed_council(site))
    one = item(made)
    client = chief()

    def added(name: str) -> str:
        said = as_now(made, title=name, title_en="", file=SimpleUploadedFile("a.pdf", PDF))
        answer = client.post(place("documents", one), said, follow=True)
        return " ".join(str(told) for told in answer.context["messages"])

    def is_untold() -> bool:
        answer = client.get(place("agenda", made))
        told = gettext(
            "Items or papers have changed since the last edition: members were not told. "
            "Amend the agenda to tell them."
        )
        assert (told in answer.content.decode()) == answer.context["is_untold"]
        return bool(answer.context["is_untold"])

    by_amending = gettext(
        "“%(title)s” is with the item. Members are told of it when you amend the agenda."
    )
    assert by_amending % {"title": "پیش‌نویس"} not in added("پیش‌نویس")
    client.post(place("finalise_agenda", made), as_now(made))
    assert not is_untold()
    assert by_amending % {"title": "پیوست"} in added("پیوست")
    assert is_untold()
    said = as_now(made, note="پیوستی افزوده شد")
    assert client.post(place("amend_agenda", made), said).status_code == 302
    assert not is_untold()
    assert Meeting.objects.get().agenda_edition == 2
