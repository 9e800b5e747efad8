import pytest
from django.utils import timezone

from wagtail_prcouncil.exchange.models import ImportRun

pytestmark = pytest.mark.django_db


def run(**fields: object) -> ImportRun:
    return ImportRun.objects.create(lines=[], checked_at=timezone.now(), **fields)


def test_what_may_be_applied() -> None:
    steps = [[0, "write", 0]]
    assert run(steps=steps).is_applicable
    assert not run(steps=[]).is_applicable
    assert not run(steps=steps, counts={"error": 1}).is_applicable
    assert not run(steps=steps, state="done").is_applicable


def test_what_is_left_of_an_old_one() -> None:
    assert run(counts={"new": 1}).is_cleared
    assert not run(counts={"new": 1}, report=[{"line": 2}]).is_cleared
    assert not run().is_cleared


def test_listings_read_no_lines(django_assert_num_queries: object) -> None:
    run(kind="agencies", file_name="a.csv")
    run(kind="persons")
    found = ImportRun.objects.of_kind("agencies").light().get()
    assert str(found) == "a.csv"
    assert found.get_deferred_fields() == {"lines", "report", "steps"}
