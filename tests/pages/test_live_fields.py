"""Rule A17: a revision carries words, never state."""

import datetime as dt
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Page

from tests.kinds import KINDS, Kind
from tests.making import SmallSite

ACTING = [kind for kind in KINDS if kind.act]


def state(page: Page) -> dict[str, Any]:
    """The live fields, as the database has them."""
    return type(page).objects.values(*type(page).live_fields).get(pk=page.pk)


@pytest.fixture(params=ACTING, ids=str)
def acted(request: pytest.FixtureRequest, site: SmallSite) -> tuple[Page, Any, dict[str, Any]]:
    """A page, an editor's draft from before the action, and the state the action left."""
    kind: Kind = request.param
    page = kind.draft(site)
    draft = page.save_revision()
    untouched = state(page)
    assert kind.act
    kind.act(page)
    assert state(page) != untouched, "the action writes nothing: this test could not fail"
    return page, draft, state(page)


def test_publishing_an_open_draft(acted: tuple[Page, Any, dict[str, Any]]) -> None:
    page, draft, written = acted
    draft.publish()
    assert state(page) == written


def test_reverting_to_an_earlier_revision(acted: tuple[Page, Any, dict[str, Any]]) -> None:
    page, draft, written = acted
    draft.as_object().save_revision(previous_revision=draft).publish(previous_revision=draft)
    assert state(page) == written


def test_saving_a_stale_instance(acted: tuple[Page, Any, dict[str, Any]]) -> None:
    page, draft, written = acted
    draft.as_object().save()
    page.title = "عنوان تازه"
    page.save()
    assert state(page) == written
    assert Page.objects.get(pk=page.pk).title == "عنوان تازه"


def test_scheduled_publication_of_a_draft(acted: tuple[Page, Any, dict[str, Any]]) -> None:
    page, draft, written = acted
    words = draft.as_object()
    words.go_live_at = timezone.now() + dt.timedelta(hours=1)
    words.save_revision().publish()
    type(page).objects.filter(pk=page.pk).update(go_live_at=timezone.now())
    revision = page.revisions.order_by("-pk").first()
    revision.approved_go_live_at = timezone.now() - dt.timedelta(minutes=1)
    revision.content["go_live_at"] = (timezone.now() - dt.timedelta(minutes=1)).isoformat()
    revision.save()
    call_command("publish_scheduled")
    assert Page.objects.get(pk=page.pk).live_revision_id == revision.pk
    assert state(page) == written


def test_a_copy_starts_without_state(
    acted: tuple[Page, Any, dict[str, Any]], site: SmallSite
) -> None:
    page, _draft, written = acted
    copied = (
        type(page).objects.get(pk=page.pk).copy(update_attrs={"slug": "a-copy"}, keep_live=False)
    )
    assert not any(state(copied).values())
    assert state(page) == written
    copied.get_latest_revision().publish()
    assert state(page) == written
    assert not {*state(copied).values()} & {*written.values()} - {None, ""}


def test_a_translation_copy_starts_without_publication(
    acted: tuple[Page, Any, dict[str, Any]], site: SmallSite
) -> None:
    page, _draft, written = acted
    fresh = type(page).objects.get(pk=page.pk)
    translation = fresh.copy_for_translation(site.en)
    assert not any(state(translation).values())
    translation.get_latest_revision().publish()
    assert state(page) == written


def test_an_alias_leaves_its_source_alone(
    acted: tuple[Page, Any, dict[str, Any]], site: SmallSite
) -> None:
    page, draft, written = acted
    fresh = type(page).objects.get(pk=page.pk)
    fresh.create_alias(update_slug="an-alias")
    draft.publish()
    assert state(page) == written
