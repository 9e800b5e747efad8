"""Adopting freezes the text."""

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError

from tests.charters.making import (
    adopted,
    charter,
    clause,
    draft,
    fresh,
    in_english,
    rewritten,
)
from tests.councils.making import council
from tests.making import SmallSite
from wagtail_prcouncil.charters.actions import adopting, drafting
from wagtail_prcouncil.charters.models import CharterVersion
from wagtail_prcouncil.charters.rules import CharterError, ConflictError, FrozenError
from wagtail_prcouncil.charters.states import Standing
from wagtail_prcouncil.charters.texts import digest_of
from wagtail_prcouncil.councils.models.seat import today


def test_what_was_adopted_is_what_the_draft_said_in_all_languages(site: SmallSite) -> None:
    one = charter(council(site))
    in_english(one, site)
    rewritten(one, "راستی و درستی")
    version = adopted(one)
    assert sorted(version.texts) == ["en", "fa"]
    assert version.texts["fa"]["clauses"][0]["text"] == "<p>راستی و درستی</p>"
    assert version.texts["fa"]["is_authoritative"] is True
    assert version.texts["en"]["is_authoritative"] is False
    assert CharterVersion.objects.get(pk=version.pk).false_digests() == []
    assert version.standing == Standing.IN_FORCE


def test_nobody_changes_it_afterwards(site: SmallSite) -> None:
    version = adopted(charter(council(site)))
    rows = CharterVersion.objects.filter(pk=version.pk)
    with pytest.raises(FrozenError):
        rows.update(texts={})
    with pytest.raises(FrozenError):
        rows.delete()
    with pytest.raises(FrozenError):
        version.delete()
    version.texts = {}
    with pytest.raises(FrozenError):
        version.save()
    with pytest.raises(FrozenError):
        CharterVersion.objects.bulk_update([version], ["texts"])


def test_what_goes_past_the_model_is_refused_by_postgresql_and_found_elsewhere(
    site: SmallSite,
) -> None:
    version = adopted(charter(council(site)))
    table = CharterVersion._meta.db_table
    change = f"UPDATE {table} SET texts = %s"  # noqa: S608 (a constant)
    away = f"DELETE FROM {table} WHERE texts::text <> %s"  # noqa: S608
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            for statement in (change, away):
                with pytest.raises(DatabaseError, match="What was adopted"), transaction.atomic():
                    cursor.execute(statement, ["{}"])
        else:
            cursor.execute(change, ["{}"])
    stored = CharterVersion.objects.get(pk=version.pk)
    assert stored.false_digests() == ([] if connection.vendor == "postgresql" else ["fa"])


def test_the_next_version_starts_from_it_and_takes_its_place(site: SmallSite) -> None:
    one = charter(council(site))
    first = adopted(one, days=-30)
    draft(one)
    rewritten(one, "روشنی")
    second = adopted(one, days=-3)
    first.refresh_from_db()
    assert (first.standing, second.standing) == (Standing.SUPERSEDED, Standing.IN_FORCE)
    assert first.in_force_until == second.in_force_from
    assert first.false_digests() == second.false_digests() == []
    assert first.texts["fa"]["clauses"][0]["text"] != second.texts["fa"]["clauses"][0]["text"]


def test_a_draft_that_is_discarded_leaves_the_page_as_it_was_adopted(site: SmallSite) -> None:
    one = charter(council(site))
    first = adopted(one)
    found = draft(one)
    rewritten(one, "چیزی دیگر")
    drafting.discard(found, version=None)
    page = fresh(one).page.get_latest_revision_as_object()
    assert page.clauses[0].value["text"].source == first.texts["fa"]["clauses"][0]["text"]


def test_an_empty_or_unnumbered_text_is_not_adopted(site: SmallSite) -> None:
    empty = charter(council(site), clauses=[])
    with pytest.raises(CharterError, match="هیچ|no clause"):
        adopted(empty)
    assert empty.versions.get().standing == Standing.DRAFT
    unnumbered = charter(empty.council, clauses=[clause("مادهٔ ۱"), clause("")])
    with pytest.raises(CharterError, match="برچسب|no label"):
        adopted(unnumbered)


def test_it_is_adopted_once(site: SmallSite) -> None:
    one = charter(council(site))
    found = draft(one)
    adopted(one)
    with pytest.raises(ConflictError):
        adopting.adopt(found, adopted_on=today(), in_force_from=today(), version=None)


def test_a_text_that_was_not_read_is_not_adopted(site: SmallSite) -> None:
    one = charter(council(site))
    in_english(one, site)
    seen = {digest_of(text) for text in adopting.texts_to_freeze(draft(one)).values()}
    rewritten(one, "سخنی دیگر")
    with pytest.raises(ConflictError):
        adopted(one, seen=seen)
    assert draft(one).texts == {}
    now = adopting.texts_to_freeze(draft(one))
    version = adopted(one, seen=[digest_of(now["fa"])], without=["en"])
    assert list(version.texts) == ["fa"]
