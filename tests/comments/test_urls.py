"""T3: every address of comments, asked in every way, changes something only by POST with the
form's token. A new address fails here until it says with what it is asked."""

from typing import Any

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse

from tests.comments.actions.test_own_data import mailed_secret
from tests.comments.making import open_page, published
from tests.comments.test_own_data import EMAIL, MINE
from tests.comments.writing import FILLED, written_token
from tests.making import SmallSite, chosen
from wagtail_prcouncil.comments import urls
from wagtail_prcouncil.comments.addresses import own_data_path, unsubscribe_token

BY_ADDRESS = {"unsubscribe", "own_comments"}
"""Whoever has these from his mail may; no other site can know them, and mail programs send the
first without having seen a form (RFC 8058)."""


@pytest.fixture
def asked(site: SmallSite, client: Client) -> dict[str, tuple[str, dict[str, str]]]:
    """Of each address, by its name, one that is alive, and what a form of it sends."""
    page = open_page(site)
    comment = published(page, **(MINE | {"wants_mail": True}))
    client.post(own_data_path(), {"email": EMAIL})
    written = {"token": str(written_token(page)), **FILLED}
    known: dict[str, tuple[list[Any], dict[str, str]]] = {
        "thread": ([page.pk], {}),
        "feed": ([page.pk], {}),
        "post": ([page.pk], written),
        "transparency": ([], {}),
        "comment": ([comment.public_id], {}),
        "report": ([comment.public_id], {"reason": "libel"}),
        "like": ([comment.public_id], {"answer": "like"}),
        "unsubscribe": ([unsubscribe_token(comment.public_id)], {}),
        "own_data": ([], {"email": EMAIL}),
        "own_comments": ([mailed_secret()], {"erase": "all"}),
    }
    assert {pattern.name for pattern in urls.urlpatterns} == set(known)
    return {
        name: (reverse(f"prcouncil_comments:{name}", args=args), body)
        for name, (args, body) in known.items()
    }


def _rows() -> dict[str, list[dict[str, Any]]]:
    """All that comments and the outbox have stored."""
    return {
        model._meta.label: list(model.objects.order_by("pk").values())
        for label in ("prcouncil_comments", "prcouncil_outbox")
        for model in apps.get_app_config(label).get_models()
    }


@chosen(COMMENTS_VOTES=True)
def test_t3_reading_changes_nothing(asked: dict[str, tuple[str, dict[str, str]]]) -> None:
    client, before = Client(), _rows()
    for method in ("get", "head", "options", "put", "patch", "delete"):
        for name, (address, body) in asked.items():
            answer = getattr(client, method)(address, body)
            assert answer.status_code in (200, 400, 404, 405), (name, method)
            if method == "get":
                assert answer.status_code == 200, name
    assert _rows() == before


@chosen(COMMENTS_VOTES=True)
def test_t3_a_forged_form_changes_nothing(asked: dict[str, tuple[str, dict[str, str]]]) -> None:
    client, before = Client(enforce_csrf_checks=True), _rows()
    for name, (address, body) in asked.items():
        if name not in BY_ADDRESS:
            answer = client.post(address, body)
            assert answer.status_code in (403, 405), (name, answer.status_code)
    assert _rows() == before
