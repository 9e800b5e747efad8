import datetime as dt

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.users.models import UserProfile

from tests.comments.making import moderator, open_page, posted, published
from tests.making import SmallSite
from wagtail_prcouncil.comments.admin import paging, queue
from wagtail_prcouncil.comments.models import ReaderComment, RuleHit
from wagtail_prcouncil.comments.states import Hold, Right, Status, Urgency

QUEUE = "/admin/comments/"


@pytest.fixture
def boss(site: SmallSite, client: Client) -> User:
    user = moderator(site.index)
    client.force_login(user)
    return user


def shown(client: Client, query: str = "") -> str:
    answer = client.get(f"{QUEUE}{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def keys(client: Client, query: str = "") -> list[int]:
    answer = client.get(f"{QUEUE}{query}")
    assert answer.status_code == 200
    return [row.comment.pk for row in answer.context["rows"]]


def test_what_waits_is_listed_and_approved(site: SmallSite, client: Client, boss: User) -> None:
    comment = posted(open_page(site, title="سد نمونه"), "آب روستا")
    RuleHit.objects.create(comment=comment, code=Hold.WORD, start=0, end=2)
    html = shown(client)
    assert "<mark>آب</mark> روستا" in html
    assert "سد نمونه" in html
    answer = client.post(f"{QUEUE}{comment.pk}/approve/", {"version": 1}, follow=True)
    assert answer.redirect_chain == [(QUEUE, 302)]
    assert f'id="c{comment.pk}"' not in answer.content.decode()
    assert ReaderComment.objects.get().status == Status.APPROVED


def test_the_urgent_come_first_and_then_the_oldest(
    site: SmallSite, client: Client, boss: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, now = open_page(site), timezone.now()
    made = [posted(page) for _ in range(5)]
    urgencies = (Urgency.LATER, Urgency.NORMAL, Urgency.NORMAL, Urgency.URGENT, Urgency.NORMAL)
    for hours, (comment, urgency) in enumerate(zip(made, urgencies, strict=True)):
        ReaderComment.objects.filter(pk=comment.pk).update(
            urgency=urgency, posted_at=now - dt.timedelta(hours=hours)
        )
    wanted = [made[n].pk for n in (3, 4, 2, 1, 0)]
    assert keys(client) == wanted
    monkeypatch.setattr(paging, "PAGE", 2)
    found, query = [], ""
    while query is not None:
        answer = client.get(f"{QUEUE}{query}")
        found += [row.comment.pk for row in answer.context["rows"]]
        query = answer.context["stretch"].next_url
    assert found == wanted


def test_decided_ones_are_listed_the_latest_first(
    site: SmallSite, client: Client, boss: User
) -> None:
    first, second = published(open_page(site)), published(open_page(site))
    assert keys(client, "?status=approved") == [second.pk, first.pk]
    assert keys(client, "?status=all") == [second.pk, first.pk]
    assert keys(client) == []


def test_beyond_the_scope_nothing_is_listed_found_or_counted(
    site: SmallSite, client: Client
) -> None:
    posted(open_page(site), "پنهان")
    for user in (moderator(site.index_en), moderator()):
        client.force_login(user)
        for query in ("", "?q=پنهان", "?status=all", f"?page={site.index.pk}"):
            answer = client.get(f"{QUEUE}{query}")
            assert answer.context["rows"] == []
            assert answer.context["count"] in ("0", "۰")
    client.force_login(moderator(site.index, rights=(Right.ANSWER,)))
    assert client.get(QUEUE).status_code == 302
    client.logout()
    assert "/login/" in client.get(QUEUE)["Location"]


@pytest.mark.parametrize("superuser", [True, False])
def test_the_number_of_queries_does_not_grow(
    site: SmallSite, client: Client, superuser: bool
) -> None:
    user = User.objects.create_superuser("chief") if superuser else moderator(site.index)
    client.force_login(user)

    def queries() -> int:
        client.get(QUEUE)
        with CaptureQueriesContext(connection) as asked:
            client.get(QUEUE)
        return len(asked)

    root = published(open_page(site))
    posted(root.thread.page, parent=root)
    before = queries()
    for _ in range(4):
        RuleHit.objects.create(comment=posted(open_page(site), "آب"), code=Hold.WORD, end=2)
    assert queries() == before <= 12


def test_counting_stops_at_a_thousand(
    site: SmallSite, client: Client, boss: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue, "COUNTED", 1)
    posted(open_page(site))
    assert client.get(QUEUE).context["count"] in ("1", "۱")
    posted(open_page(site))
    assert client.get(QUEUE).context["count"] not in ("1", "۱", "2", "۲")


def test_whose_profile_says_so_gets_no_keys(site: SmallSite, client: Client, boss: User) -> None:
    posted(open_page(site))
    assert "data-shortcuts" in shown(client)
    UserProfile.objects.update_or_create(user=boss, defaults={"keyboard_shortcuts": False})
    assert "data-shortcuts" not in shown(client)
