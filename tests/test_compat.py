import pytest
from django.contrib.contenttypes.models import ContentType
from django.core import mail
from wagtail.models import ReferenceIndex

from tests.directory.making import agency
from wagtail_prcouncil.compat import mail_backend, mail_timeout, note_references
from wagtail_prcouncil.directory.models import Agency, Province

pytestmark = pytest.mark.django_db


def noted(row: Agency) -> set[tuple[object, ...]]:
    kind = ContentType.objects.get_for_model(Agency)
    rows = ReferenceIndex.objects.filter(base_content_type=kind, object_id=str(row.pk))
    places = ("model_path", "content_path", "content_path_hash")
    return set(rows.values_list("content_type", "to_content_type", "to_object_id", *places))


def test_references_as_wagtail_notes_them() -> None:
    above = agency()
    rows = [agency(parent=above), agency(province=Province.objects.get(code="IR-26")), agency()]
    for row in rows:
        ReferenceIndex.create_or_update_for_object(row)
    by_wagtail = [noted(row) for row in rows]
    assert [len(references) for references in by_wagtail] == [1, 1, 0]
    ReferenceIndex.objects.all().delete()
    note_references(Agency, rows)
    assert [noted(row) for row in rows] == by_wagtail


def test_old_references_go() -> None:
    row = agency(parent=agency())
    ReferenceIndex.create_or_update_for_object(row)
    row.parent = None
    note_references(Agency, [row])
    assert noted(row) == set()


def test_mail_goes_through_the_sites_backend(mailoutbox: list[mail.EmailMessage]) -> None:
    mail_backend().send_messages([mail.EmailMessage("تصمیم", "متن", to=["reader@example.ir"])])
    assert [sent.to for sent in mailoutbox] == [["reader@example.ir"]]
    assert mail_timeout() == 0
