from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import translation

from tests.comments.making import moderator, open_page, posted
from tests.making import SmallSite
from wagtail_prcouncil.comments.actions import Conflict, Outcome, RefusedError, decide
from wagtail_prcouncil.comments.admin.bulk import report
from wagtail_prcouncil.comments.models import Decision, ReaderComment
from wagtail_prcouncil.comments.states import Reason, Status, Verb


@pytest.fixture
def boss(site: SmallSite, client: Client) -> User:
    user = moderator(site.index)
    client.force_login(user)
    return user


def press(client: Client, verb: str, ids: list[str], **fields: Any) -> str:
    given = {"verb": verb, "id": ids} | fields
    answer = client.post("/admin/comments/bulk/", given, follow=True)
    assert answer.redirect_chain == [("/admin/comments/", 302)]
    return answer.content.decode()


def test_those_go_through_that_can_and_the_rest_is_told(
    site: SmallSite, client: Client, boss: User
) -> None:
    page = open_page(site)
    comments = [posted(page) for _ in range(4)]
    colleague = moderator(site.index)
    decide(comments[0].pk, Verb.MARK_SPAM, expected_version=1, by=colleague)
    elsewhere = moderator(site.index_en)
    html = press(client, "approve", [f"{one.pk}:1" for one in comments])
    assert "بازبین" in html
    statuses = ReaderComment.objects.order_by("pk").values_list("status", flat=True)
    assert list(statuses) == [Status.SPAM, *[Status.APPROVED] * 3]
    client.force_login(elsewhere)
    press(client, "spam", [f"{comments[1].pk}:2"])
    assert ReaderComment.objects.get(pk=comments[1].pk).status == Status.APPROVED


def test_all_are_rejected_for_one_reason(site: SmallSite, client: Client, boss: User) -> None:
    page = open_page(site)
    ids = [f"{posted(page).pk}:1" for _ in range(2)]
    press(client, "reject", ids)
    press(client, "reject", ids, reason="own_wish")
    press(client, "reject", ids, reason=Reason.OTHER)
    assert not Decision.objects.exists()
    press(client, "reject", ids, reason=Reason.INSULT)
    assert set(Decision.objects.values_list("reason", flat=True)) == {Reason.INSULT}


@pytest.mark.parametrize(
    "ids",
    [
        ["all"],
        ["{pk}:1", "all"],
        ["{pk}"],
        ["-1:1"],
        ["{pk}:x"],
        ["{pk}:1 or 1=1"],
        [f"{'9' * 30}:1"],
        ["۱:۱"],
        [],
        [f"{key}:1" for key in range(1, 102)],
    ],
)
def test_what_nobody_has_ticked_is_refused(
    site: SmallSite, client: Client, boss: User, ids: list[str]
) -> None:
    comment = posted(open_page(site))
    press(client, "approve", [one.format(pk=comment.pk) for one in ids])
    assert not Decision.objects.exists()


def test_ticked_twice_is_decided_once(site: SmallSite, client: Client, boss: User) -> None:
    comment = posted(open_page(site))
    press(client, "approve", [f"{comment.pk}:1", f"{comment.pk}:1"])
    press(client, "fly", [f"{comment.pk}:2"])
    assert Decision.objects.count() == 1


def test_the_report_says_who_was_first_and_why_not() -> None:
    first = ReaderComment(status=Status.SPAM, decided_by=User(first_name="Sara"))
    refused = {1: Conflict(first), 2: Conflict(first), 3: RefusedError("No page.")}
    with translation.override("en"):
        assert report(Outcome([Decision()], refused)) == [
            "1 comment was decided.",
            "Your colleague Sara has decided 2 before you.",
            "1: No page.",
        ]
