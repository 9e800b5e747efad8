import pytest
from django.test import RequestFactory
from django.urls import reverse

from wagtail_prcouncil.comments.admin.responding import next_url, undo_url, wants_json
from wagtail_prcouncil.comments.models import Decision
from wagtail_prcouncil.comments.states import Verb

QUEUE = "/admin/comments/"


@pytest.mark.parametrize(
    ("asked", "where"),
    [
        ("/admin/comments/?hold=link", "/admin/comments/?hold=link"),
        ("https://elsewhere.invalid/", QUEUE),
        ("//elsewhere.invalid/", QUEUE),
        ("javascript:alert(1)", QUEUE),
        ("", QUEUE),
        ("pending", QUEUE),  # Django would look for a view of that name
        ("\x00", QUEUE),
    ],
)
def test_nobody_is_sent_to_another_site(asked: str, where: str) -> None:
    assert reverse("prcouncil_comments_queue") == QUEUE
    assert next_url(RequestFactory().post("/", {"next": asked})) == where


def test_json_is_for_who_asks_for_nothing_else() -> None:
    assert wants_json(RequestFactory().get("/", headers={"accept": "application/json"}))
    assert not wants_json(RequestFactory().get("/", headers={"accept": "text/html"}))


def test_what_cannot_be_taken_back_offers_no_undo() -> None:
    assert undo_url(None) == undo_url(Decision(pk=1, verb=Verb.REOPEN)) == ""
    assert undo_url(Decision(pk=1, verb=Verb.APPROVE)) == f"{QUEUE}undo/1/"
