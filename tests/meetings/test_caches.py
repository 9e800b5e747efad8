from collections.abc import Iterator
from typing import Any

import pytest
from django.test import override_settings

from tests import test_purging
from tests.making import SmallSite, below, small_site
from tests.meetings.making import (
    A_DAY,
    AN_HOUR,
    announced,
    fresh,
    held,
    in_english,
    meeting_index,
    staffed_council,
)
from wagtail_prcouncil.meetings.actions import convening
from wagtail_prcouncil.meetings.actions.convening import Notice
from wagtail_prcouncil.meetings.models import MeetingIndexPage
from wagtail_prcouncil.meetings.public.sheets import path_of
from wagtail_prcouncil.meetings.states import Kind
from wagtail_prcouncil.ui.languages import page_language


@pytest.fixture
def cached(db: None) -> Iterator[SmallSite]:
    chosen = {"here": {"BACKEND": "tests.test_purging.WrittenDown"}}
    with override_settings(WAGTAILFRONTENDCACHE=chosen):
        yield small_site()


def test_what_tells_of_a_meeting_is_told_anew(
    cached: SmallSite, django_capture_on_commit_callbacks: Any
) -> None:
    council, other = staffed_council(cached), staffed_council(cached)
    made = announced(council)
    page, english = made.page, in_english(made, cached)
    held(other)
    everywhere = below(cached.home, MeetingIndexPage, title="تقویم", slug="calendar")
    everywhere.save_revision().publish()
    begins, before = made.starts_at, made.day
    assert begins is not None
    assert before is not None
    later = begins + 40 * A_DAY
    test_purging.purged.clear()
    with django_capture_on_commit_callbacks(execute=True):
        convening.reschedule(
            made,
            starts_at=later,
            ends_at=later + AN_HOUR,
            reason="تعمیر",
            version=made.version,
        )
    paths = test_purging.paths()
    index, english_index = meeting_index(council), english.get_parent()
    lists = (index.url, english_index.url, everywhere.url)
    assert {page.url, f"{page.url}minutes/", english.url, council.url, *lists} <= paths
    for name in ("resolutions/", "resolutions.csv", "meetings.ics"):
        assert {f"{url}{name}" for url in lists} <= paths
    for name in ("meeting.ics", "meeting.json", "print/agenda/", "print/minutes/"):
        assert {f"{page.url}{name}", f"{english.url}{name}"} <= paths
    months = {
        f"{index.url}{path_of(day, page_language(index))}" for day in (before, before + 40 * A_DAY)
    }
    assert months <= paths
    assert meeting_index(other).url not in paths


def test_a_council_that_joins_and_one_that_leaves(
    cached: SmallSite, django_capture_on_commit_callbacks: Any
) -> None:
    leading, joining = staffed_council(cached), staffed_council(cached)
    made = announced(leading)
    ordinary = Notice(starts_at=made.starts_at, ends_at=made.ends_at)
    joint = ordinary._replace(kind=Kind.JOINT, organisers=[joining])
    for notice in (joint, ordinary):
        test_purging.purged.clear()
        with django_capture_on_commit_callbacks(execute=True):
            convening.set_notice(made, notice, version=fresh(made).version)
        assert {leading.url, joining.url} <= test_purging.paths()


def test_lists_learn_of_a_page_that_comes_goes_and_moves(
    cached: SmallSite, django_capture_on_commit_callbacks: Any
) -> None:
    council = staffed_council(cached)
    page = announced(council).page
    named = {meeting_index(council).url, council.url}

    def rename() -> None:
        page.slug = "another"
        page.save_revision().publish()

    for change in (page.unpublish, page.save_revision().publish, rename):
        test_purging.purged.clear()
        with django_capture_on_commit_callbacks(execute=True):
            change()
        assert named <= test_purging.paths()
