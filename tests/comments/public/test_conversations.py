import datetime as dt

from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction

from tests.comments.making import open_page, posted, published
from tests.making import SmallSite, live_news
from wagtail_prcouncil.comments.models import CommentPolicy, Thread
from wagtail_prcouncil.comments.public.conversations import (
    Conversation,
    conversation_here,
    conversation_of,
    conversation_on,
)
from wagtail_prcouncil.comments.states import Mode


def _of(page: object) -> Conversation:
    found = conversation_of(page.pk)
    assert found is not None
    return found


def test_a_page_has_a_conversation_before_its_first_comment(site: SmallSite) -> None:
    page = open_page(site)
    first = _of(page)
    assert (first.count, first.thread_id) == (0, None)
    posted(page)
    assert _of(page).count == 0, "what awaits moderation is not counted"
    published(page)
    assert _of(page).count == 1


def test_pages_of_other_types_have_none(site: SmallSite) -> None:
    open_page(site)
    assert conversation_on(site.index) is None
    assert conversation_of(site.index.pk) is None
    assert conversation_of(10**17) is None


def test_a_site_opens_comments_first(site: SmallSite) -> None:
    assert conversation_on(live_news(site)) is None


def test_whatever_readers_see_changes_the_state(site: SmallSite) -> None:
    page = open_page(site)
    states = [_of(page).state]
    published(page)
    states.append(_of(page).state)
    policy = CommentPolicy.objects.create(page=page, mode=Mode.CLOSED)
    states.append(_of(page).state)
    policy.mode, policy.closes_at = Mode.OPEN, timezone.now() + dt.timedelta(days=1)
    policy.save()
    states.append(_of(page).state)
    page.title = "تیتر دیگر"
    page.save_revision().publish()
    states.append(_of(page).state)
    assert len(set(states)) == 5
    assert _of(page).state == states[-1]


def test_an_alias_shows_the_thread_of_what_it_mirrors(site: SmallSite) -> None:
    page = open_page(site)
    published(page, "گفته‌ای زیر اصل")
    alias = page.create_alias(parent=site.index_en, update_slug="mirrored")
    assert Thread.objects.count() == 1
    found = conversation_on(alias)
    assert found is not None
    assert found.page.pk == page.pk
    assert f"/comments/post/{page.pk}/" in Client().get(alias.url).content.decode()
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert conversation_on(alias) is None, "the thread is no more public than its own page"


def test_the_section_of_what_an_alias_mirrors_rules_it(site: SmallSite) -> None:
    page = open_page(site, section=site.section)
    CommentPolicy.objects.create(page=site.section, mode=Mode.CLOSED)
    found = conversation_on(page.create_alias(update_slug="mirrored"))
    assert found is not None
    assert not found.allowed.takes


def test_slots_of_a_page_read_it_once(site: SmallSite) -> None:
    page, request = open_page(site), RequestFactory().get("/")
    first = conversation_here(page, request)
    with CaptureQueriesContext(connection) as asked:
        assert conversation_here(page, request) is first
    assert len(asked) == 0
