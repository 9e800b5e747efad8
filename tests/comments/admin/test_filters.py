import datetime as dt
from typing import TYPE_CHECKING

import pytest
from django.apps import apps
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from tests.comments.admin.test_queue import QUEUE, keys
from tests.comments.making import moderator, open_page, posted, published
from tests.making import SmallSite
from wagtail_prcouncil.comments.models import ReaderComment, RuleHit
from wagtail_prcouncil.comments.rules import Sender
from wagtail_prcouncil.comments.states import Hold, Script, Verb

HAS_AGENCIES = apps.is_installed("wagtail_prcouncil.directory")
if TYPE_CHECKING or HAS_AGENCIES:
    from tests.directory.making import agency

ROADS = Sender(address_hash="a" * 64, seconds=60)


@pytest.fixture
def two(site: SmallSite, client: Client) -> tuple[ReaderComment, ReaderComment]:
    """One that all filters find, and one that none does."""
    cache.clear()
    boss = moderator(site.index)
    client.force_login(boss)
    filed = {"agency": agency("راه‌داری")} if HAS_AGENCIES else {}
    page = open_page(site, section=site.section, **filed)
    wanted = posted(page, "كتاب‌هاي روستا", email="a@example.org", sender=ROADS)
    other = posted(open_page(site, section=None), "آب")
    RuleHit.objects.create(comment=wanted, code=Hold.LINK)
    now = timezone.now()
    ReaderComment.objects.filter(pk=wanted.pk).update(
        script=Script.ARABIC,
        reports=1,
        posted_at=now - dt.timedelta(days=10),
        claimed_by=boss,
        claimed_until=now + dt.timedelta(minutes=5),
    )
    return wanted, other


@pytest.mark.parametrize(
    "query",
    [
        "q=کتاب",
        "q=روستا كتابها",
        "hold=maybe_link",
        f"hold={Hold.LINK}",
        "only=links",
        "only=email",
        "only=reported",
        "only=mine",
        "only=mine&only=email",
        f"script={Script.ARABIC}",
        "older=7",
        "posted_to={yesterday}",
        "section={section}",
        pytest.param("agency={agency}", marks=pytest.mark.with_news),
        "page={page}",
        "sender={key}",
        "same={key}",
    ],
)
def test_a_filter(
    site: SmallSite, client: Client, two: tuple[ReaderComment, ReaderComment], query: str
) -> None:
    wanted, other = two
    thread = wanted.thread
    asked = query.format(
        yesterday=(timezone.now() - dt.timedelta(days=2)).date().isoformat(),
        section=site.section.pk,
        agency=thread.agency_id,
        page=thread.page_id,
        key=wanted.pk,
    )
    # What is no choice narrows nothing, and is complained of.
    found = {wanted.pk, other.pk} if "maybe_link" in query else {wanted.pk}
    assert set(keys(client, f"?{asked}")) == found


def test_who_has_decided(site: SmallSite, client: Client) -> None:
    cache.clear()
    boss, other = moderator(site.index), moderator(site.index)
    client.force_login(boss)
    page = open_page(site)
    mine, theirs = posted(page), posted(page)
    for comment, user in ((mine, boss), (theirs, other)):
        client.force_login(user)
        client.post(f"{QUEUE}{comment.pk}/{Verb.APPROVE}/", {"version": 1})
    assert keys(client, f"?status=approved&decided_by={boss.pk}") == [mine.pk]


def test_nothing_is_found_by_a_comment_of_another_scope(site: SmallSite, client: Client) -> None:
    hidden = published(open_page(site), "آب", sender=ROADS)
    client.force_login(moderator(site.index_en))
    assert keys(client, f"?status=all&same={hidden.pk}") == []


@pytest.mark.parametrize(
    "query",
    [
        "status[]=x",
        "status=x",
        "posted_from=9999-99-99",
        "posted_from=1405/13/40",
        "posted_from=0001-01-01&posted_to=9999-12-31",
        "page=-1",
        "page=99999999999999999999999",
        "page=1%00",
        "sender=x&same=%27%20or%201=1",
        "section=1e9",
        "older=-5",
        "only=all&only=x",
        "decided_by=۱۲",
        "from=",
        "from=9.0-0",
        "from=1.99999999999999999-1",
        "from=x",
        "status=approved&before=x",
        "p=-1",
        "q=" + "ا" * 10_000,
        "q=%25_%00",
        "q=<script>alert(1)</script>",
    ],
)
def test_garbage_is_told_or_ignored(
    client: Client, two: tuple[ReaderComment, ReaderComment], query: str
) -> None:
    answer = client.get(f"{QUEUE}?{query}")
    assert answer.status_code in (200, 404)
    assert "<script>alert" not in answer.content.decode()


def test_signs_alone_are_nothing_to_look_for(
    client: Client, two: tuple[ReaderComment, ReaderComment]
) -> None:
    """They fold to nothing, which everything has."""
    for asked in ("_", "«»", "\u200c"):
        answer = client.get(QUEUE, {"q": asked})
        assert answer.status_code == 200
        assert 'class="prc-filters__errors"' in answer.content.decode(), asked
    assert "prc-filters__errors" not in client.get(QUEUE, {"q": " "}).content.decode()
