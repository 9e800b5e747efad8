import json

import pytest
from django.test import Client

from tests.comments.actions.test_own_data import mailed_secret
from tests.comments.making import open_page, posted, published
from tests.comments.test_own_data import EMAIL, MINE
from tests.making import SmallSite
from wagtail_prcouncil.comments.addresses import own_data_path
from wagtail_prcouncil.comments.models import MailedLink, ReaderComment
from wagtail_prcouncil.comments.states import Status
from wagtail_prcouncil.outbox.models import Message

EVIL = "<script>alert(1)</script>"


@pytest.fixture
def path(site: SmallSite, client: Client) -> str:
    """The address in the mail of a reader with two comments."""
    page = open_page(site)
    published(page, f"نظر یکم {EVIL}", **MINE)
    posted(page, "نظر دوم", **MINE)
    client.post(own_data_path(), {"email": EMAIL})
    return own_data_path(mailed_secret())


def test_the_answer_is_the_same_for_all(site: SmallSite, client: Client, path: str) -> None:
    """T14"""
    known = client.post(own_data_path(), {"email": EMAIL})
    unknown = client.post(own_data_path(), {"email": "stranger@example.ir"})
    assert (known.status_code, unknown.status_code) == (303, 303)
    assert known["Location"] == unknown["Location"] == f"{own_data_path()}?lang=fa&sent"
    assert 'role="status"' in client.get(known["Location"]).content.decode()


def test_a_form_without_a_token_is_shown_again(site: SmallSite) -> None:
    """T3"""
    client = Client(enforce_csrf_checks=True)
    answer = client.post(own_data_path(), {"email": EMAIL})
    assert answer.status_code == 403
    assert EMAIL in answer.content.decode()
    assert not MailedLink.objects.exists()


@pytest.mark.parametrize("email", ["", "x", "a@b.com,c@d.com", f'"{EVIL}"@x.com', "\x00@x.ir"])
def test_what_is_no_address_is_told(site: SmallSite, client: Client, email: str) -> None:
    answer = client.post(own_data_path(), {"email": email})
    assert answer.status_code == 400
    assert EVIL not in answer.content.decode()


def test_opening_a_link_changes_nothing(site: SmallSite, path: str) -> None:
    """T4: what looks into links before people do, with any method that reads."""
    client = Client(enforce_csrf_checks=True)
    before = list(ReaderComment.objects.order_by("pk").values())
    for _time in range(2):
        answer = client.get(path)
        client.head(path)
        client.options(path)
    assert answer.status_code == 200
    assert not answer.cookies
    assert answer["Referrer-Policy"] == "no-referrer"
    assert "no-store" in answer["Cache-Control"]
    content = answer.content.decode()
    assert "نظر یکم" in content
    assert EVIL not in content
    assert list(ReaderComment.objects.order_by("pk").values()) == before
    assert MailedLink.objects.get().used_at is None


def test_they_are_taken_away(client: Client, path: str) -> None:
    answer = client.get(f"{path}?as=json")
    assert answer["Content-Disposition"].startswith("attachment")
    assert {one["text"] for one in json.loads(answer.content)} == {
        f"نظر یکم {EVIL}",
        "نظر دوم",
    }
    table = b"".join(client.get(f"{path}?as=csv").streaming_content).decode()
    assert "نظر دوم" in table


def test_chosen_ones_are_erased(client: Client, path: str) -> None:
    chosen = ReaderComment.objects.get(text="نظر دوم")
    sent = {"which": "chosen", "comment": [str(chosen.public_id)]}
    assert client.post(path, sent).status_code == 400
    assert not ReaderComment.objects.filter(status=Status.ERASED).exists()
    strict = Client(enforce_csrf_checks=True)  # the link is the permission, no cookie is
    assert strict.post(path, sent | {"sure": "on"}).status_code == 200
    assert ReaderComment.objects.get(status=Status.ERASED) == chosen
    assert client.get(path).status_code == 404
    assert client.post(path, {"which": "all", "sure": "on"}).status_code == 404
    assert ReaderComment.objects.filter(status=Status.ERASED).count() == 1


def test_a_link_is_ended_by_hand(client: Client, path: str) -> None:
    assert client.post(path, {"which": "none"}).status_code == 200
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("secret", ["x", "%00", "0" * 3000, "%ff", "а"])
def test_made_up_links_are_over(site: SmallSite, client: Client, secret: str) -> None:
    assert client.get(f"/comments/mine/{secret}/").status_code == 404


def test_nobody_is_mailed_by_a_failed_form(site: SmallSite, client: Client) -> None:
    client.post(own_data_path(), {"email": "x"})
    assert not Message.objects.exists()


def test_the_language_is_the_readers(site: SmallSite, client: Client, path: str) -> None:
    assert 'lang="fa"' in client.get(path).content.decode()
    english = client.get(f"{path}?lang=en").content.decode()
    assert "Your own comments" in english
    assert f'href="{own_data_path()}?lang=en"' in client.get("/en/privacy/").content.decode()
