"""Mail to commenters in the list of outgoing mail."""

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from tests.comments.making import moderator, open_page, posted
from tests.making import SmallSite, small_site
from wagtail_prcouncil.comments.states import Right
from wagtail_prcouncil.outbox.actions import put

LIST = "prcouncil_messages:index"


@pytest.fixture
def site(db: None) -> SmallSite:
    return small_site()


def shown_to(*pages: object, rights: tuple[Right, ...] = (Right.VIEW_ORIGINAL,)) -> str:
    """To a moderator over these pages who may look at outgoing mail."""
    user = moderator(*pages, rights=rights)
    group = user.groups.get()
    group.permissions.add(Permission.objects.get(codename="view_message"))
    client = Client()
    client.force_login(user)
    response = client.get(reverse(LIST))
    return response.content.decode() if response.status_code == 200 else ""


def told(site: SmallSite) -> str:
    """Of a comment below a news item, and to an address alone; the address of the comment."""
    page = open_page(site, title="آب روستا")
    one = posted(page, "سخنی از خواننده")
    key = f"comments.decided:{one.pk}:{one.version}"
    put(key, "reader@example.ir", "a", "b", about=f"comment:{one.pk}")
    put("comments.own_data:1", "other@example.ir", "a", "b", about="email:abc")
    return reverse("prcouncil_comments_comment", args=[one.pk])


def test_whoever_may_see_addresses_sees_what_goes_to_them(site: SmallSite) -> None:
    address = told(site)
    shown = shown_to(site.home)
    assert "reader@example.ir" in shown
    assert address in shown
    assert "آب روستا" in shown
    assert "comments.decided" not in shown
    assert "سخنی از خواننده" not in shown
    assert "other@example.ir" not in shown


def test_nobody_else_does(site: SmallSite) -> None:
    told(site)
    assert "reader@example.ir" not in shown_to(site.home, rights=(Right.MODERATE,))
    assert "reader@example.ir" not in shown_to()


def test_administrators_see_all_of_it_in_words(site: SmallSite, admin_client: Client) -> None:
    told(site)
    shown = admin_client.get(reverse(LIST)).content.decode()
    assert "other@example.ir" in shown
    assert "comments.own_data" not in shown
