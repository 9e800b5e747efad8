import pytest
from django.core.cache import cache
from django.test import Client

from tests.comments.making import moderator, open_page, posted
from tests.making import SmallSite
from wagtail_prcouncil.comments.actions import Because, decide
from wagtail_prcouncil.comments.models import ReaderComment
from wagtail_prcouncil.comments.states import Reason, Verb

PLACE = "/comments/transparency/"


@pytest.fixture
def rejected(site: SmallSite) -> ReaderComment:
    comment = posted(open_page(site), name="رضا نمونه", email="reza@example.invalid")
    because = Because(Reason.INSULT)
    decide(comment.pk, Verb.REJECT, expected_version=1, by=None, because=because)
    cache.clear()
    return comment


def test_the_page_names_nobody(client: Client, rejected: ReaderComment) -> None:
    shown = client.get(PLACE).content.decode()
    assert 'lang="fa"' in shown
    assert "توهین" in shown or "insult" in shown
    for secret in ("رضا نمونه", "reza@example.invalid", "آب روستا"):
        assert secret not in shown
    assert str(rejected.public_id)[:8] not in shown


def test_anonymous_readers_get_no_cookie_and_may_keep_the_page(
    client: Client, rejected: ReaderComment
) -> None:
    for query in ("", "?lang=en"):
        first = client.get(PLACE + query)
        assert not first.cookies
        assert "Cookie" not in first.headers.get("Vary", "")
        assert "max-age=3600" in first["Cache-Control"]
        again = client.get(PLACE + query, headers={"If-None-Match": first["ETag"]})
        assert again.status_code == 304


def test_no_shared_cache_keeps_the_page_of_an_editor(
    client: Client, rejected: ReaderComment
) -> None:
    client.force_login(moderator())
    assert client.get(PLACE)["Cache-Control"] == "private"


@pytest.mark.parametrize(
    ("asked", "language"),
    [
        ("", "fa"),
        ("?lang=en", "en"),
        ("?lang=xx", "fa"),
        ("?lang=<script>", "fa"),
        ("?lang=%00", "fa"),
    ],
)
def test_the_language_is_asked_for(
    client: Client, site: SmallSite, asked: str, language: str
) -> None:
    shown = client.get(PLACE + asked)
    assert shown.status_code == 200
    assert f'<html lang="{language}' in shown.content.decode()
    assert client.post(PLACE).status_code == 405


def test_the_page_about_privacy_leads_there(client: Client, site: SmallSite) -> None:
    assert f'href="{PLACE}?lang=fa"' in client.get("/privacy/").content.decode()
    assert f'href="{PLACE}?lang=en"' in client.get("/en/privacy/").content.decode()
