"""Rows of an import are what saving them one by one would have made."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from wagtail.models import ModelLogEntry, ReferenceIndex, Revision
from wagtail.search.backends import get_search_backend

from tests.directory.importing.making import imported, unit
from tests.directory.making import agency
from wagtail_prcouncil.directory.models import Agency, AgencyName

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(db: None) -> User:
    return User.objects.create_superuser("admin")


def found(words: str) -> set[str]:
    return {row.code for row in get_search_backend().search(words, Agency.objects.all())}


def references(row: Agency) -> set[Any]:
    rows = ReferenceIndex.objects.filter(
        base_content_type=Agency.get_content_type(), object_id=str(row.pk)
    )
    return set(
        rows.values_list("to_content_type", "to_object_id", "model_path", "content_path_hash")
    )


def test_found_in_search_by_new_words_and_no_more_by_old_ones() -> None:
    old = agency("سازمان کهنه", code="a")
    old.other_names = [AgencyName(name="یادگار")]
    old.save()
    assert found("یادگار") == {"a"}
    imported(
        {"code": "a", "name": "سازمان تازه", "other_names": "نوبنیاد"},
        unit("b", "ادارهٔ آبخیز", other_names="آبخیزداری", name_en="Watershed"),
    )
    assert (found("تازه"), found("نوبنیاد"), found("آبخیزداری")) == ({"a"}, {"a"}, {"b"})
    assert (found("کهنه"), found("یادگار")) == (set(), set())


def test_revision_and_log_of_each(admin: User) -> None:
    agency("آب", code="a")
    imported({"code": "a", "name": "آب و برق"}, unit("b", "گاز", other_names="نفت"), by=admin)
    for row in Agency.objects.all():
        revision = Revision.objects.for_instance(row).get()
        assert (row.latest_revision, revision.user) == (revision, admin)
        again = revision.as_object()
        assert (again.name, again.folded_name) == (row.name, row.folded_name)
        entry = ModelLogEntry.objects.for_instance(row).get()
        assert (entry.action, entry.user) == ("prcouncil_directory.import_agency", admin)
        assert entry.message
        assert entry.revision == revision
    gas = Agency.objects.get(code="b")
    names = gas.latest_revision.as_object().other_names.all()
    assert [name.name for name in names] == ["نفت"]


def test_references_as_wagtail_would_note_them() -> None:
    agency("آب", code="a", parent=agency(code="x"))
    imported(unit("b", "گاز", parent="x", province="یزد"), {"code": "a", "parent": ""})
    for code, number in (("a", 0), ("b", 2)):
        row = Agency.objects.get(code=code)
        ours = references(row)
        ReferenceIndex.create_or_update_for_object(row)
        assert ours == references(row)
        assert len(ours) == number


def test_keys_of_name_and_order() -> None:
    imported(unit("a", "یخ", other_names="سازمان قدیم"), unit("b", "آب"))
    assert [row.code for row in Agency.objects.by_name()] == ["b", "a"]
    assert Agency.objects.named("يخ").get().other_names.get().folded_name == "سازمان قدیم"


def test_other_names_are_replaced_in_their_order() -> None:
    row = agency("آب", code="a")
    AgencyName.objects.create(agency=row, name="یک")
    imported({"code": "a", "other_names": "دو؛ یک"})
    assert [name.name for name in Agency.objects.get(code="a").other_names.all()] == ["دو", "یک"]
