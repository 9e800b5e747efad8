"""A19, and what caches are told."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests.comments.making import open_page, posted, published
from tests.making import SmallSite
from wagtail_prcouncil.comments.models import CommentPolicy
from wagtail_prcouncil.comments.states import Mode


@pytest.fixture
def addresses(site: SmallSite) -> list[str]:
    page = open_page(site)
    comment = published(page)
    thread = f"/comments/thread/{page.pk}/"
    return [page.url, thread, f"{thread}?order=oldest", f"{thread}feed/",
            f"/comments/c/{comment.public_id}/"]  # fmt: skip


def test_a19_no_cookie_is_set_or_looked_at(addresses: list[str]) -> None:
    visitor = Client()
    visitor.cookies["csrftoken"] = "x" * 32  # of one who has just commented
    for address in addresses:
        for response in (visitor.get(address), visitor.get(address)):
            assert response.status_code == 200
            assert response.cookies == {}, address
            assert "Cookie" not in response.get("Vary", ""), address
            assert "csrfmiddlewaretoken" not in response.content.decode(), address


def test_caches_may_keep_them_for_a_minute(addresses: list[str]) -> None:
    for address in addresses[1:]:
        assert Client().get(address)["Cache-Control"] == "public, max-age=60", address


def test_nothing_new_is_said_briefly(addresses: list[str]) -> None:
    for address in addresses[1:]:
        etag = Client().get(address)["ETag"]
        again = Client().get(address, headers={"If-None-Match": etag})
        assert (again.status_code, again.content) == (304, b""), address
        assert again["ETag"] == etag
        assert "max-age=60" in again["Cache-Control"]


def test_every_change_that_readers_see_is_new(site: SmallSite) -> None:
    page = open_page(site)
    published(page)
    addresses = (f"/comments/thread/{page.pk}/", f"/comments/thread/{page.pk}/feed/")

    def tags() -> list[str]:
        return [Client().get(address)["ETag"] for address in addresses]

    first = tags()
    posted(page)
    assert tags() == first, "what awaits moderation changes nothing"
    published(page)
    second = tags()
    assert not set(first) & set(second)
    CommentPolicy.objects.create(page=page, mode=Mode.CLOSED)
    assert not set(second) & set(tags())


def test_who_is_logged_in_shares_no_page_with_others(addresses: list[str]) -> None:
    editor = Client()
    editor.force_login(User.objects.create_superuser("editor"))
    for address in addresses[1:]:
        assert "public" not in editor.get(address)["Cache-Control"], address
