import datetime as dt

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from wagtail.models import PageLogEntry

from tests.comments.making import moderator, open_page, published
from tests.making import SmallSite
from tests.news.staff import chief
from wagtail_prcouncil.comments.actions import RefusedError
from wagtail_prcouncil.comments.actions.setting_policy import Terms, inherit_policy, set_policy
from wagtail_prcouncil.comments.models import CommentPolicy, Thread
from wagtail_prcouncil.comments.policies import allowed_on
from wagtail_prcouncil.comments.states import Mode


@pytest.fixture
def boss(site: SmallSite) -> User:
    return chief()


def test_what_is_said_of_an_index_holds_below_and_threads_know_it(
    site: SmallSite, boss: User
) -> None:
    page = open_page(site)
    published(page)
    before = Thread.objects.get().version
    set_policy(site.index, Terms(Mode.CLOSED), by=boss)
    assert allowed_on(page).mode == Mode.CLOSED
    assert Thread.objects.get().version == before + 1
    entry = PageLogEntry.objects.get(action="prcouncil_comments.set_policy")
    assert (entry.page_id, entry.data) == (site.index.pk, {"mode": "closed"})


def test_threads_filed_under_a_section_follow_it(site: SmallSite, boss: User) -> None:
    page = open_page(site)
    published(page)
    before = Thread.objects.get().version
    set_policy(site.section, Terms(Mode.HIDDEN), by=boss)
    assert not allowed_on(page).shows
    assert Thread.objects.get().version == before + 1
    inherit_policy(site.section, by=boss)
    assert allowed_on(page).takes
    assert Thread.objects.get().version == before + 2


def test_only_who_publishes_the_page_decides(site: SmallSite) -> None:
    for stranger in (moderator(site.index), moderator()):
        with pytest.raises(PermissionDenied):
            set_policy(site.index, Terms(Mode.OPEN), by=stranger)
        with pytest.raises(PermissionDenied):
            inherit_policy(site.index, by=stranger)
    assert not CommentPolicy.objects.exists()


def test_times_that_make_no_span_and_aliases_are_refused(site: SmallSite, boss: User) -> None:
    now = timezone.now()
    with pytest.raises(RefusedError) as refused:
        set_policy(site.index, Terms(Mode.OPEN, now, now - dt.timedelta(days=1)), by=boss)
    assert refused.value.field == "closes_at"
    page = open_page(site)
    alias = page.create_alias(update_slug="mirror")
    with pytest.raises(RefusedError):
        set_policy(alias, Terms(Mode.CLOSED), by=boss)


def test_times_are_kept_for_open_comments_only(site: SmallSite, boss: User) -> None:
    later = timezone.now() + dt.timedelta(days=1)
    assert set_policy(site.index, Terms(Mode.OPEN, closes_at=later), by=boss).closes_at == later
    assert set_policy(site.index, Terms(Mode.CLOSED, closes_at=later), by=boss).closes_at is None
