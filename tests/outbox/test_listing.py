"""The list of outgoing mail."""

from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from wagtail_prcouncil.outbox.actions import put
from wagtail_prcouncil.outbox.models import EMPTIED, Message

LIST = "prcouncil_messages:index"


@pytest.fixture
def _three(db: None) -> None:
    """One that waits, one that was sent, one that was given up."""
    for name in ("waits", "sent", "lost"):
        put(f"press.{name}:1:7", f"{name}@example.ir", "تصمیم", "متن")
    rows, now = Message.objects, timezone.now()
    rows.filter(key="press.sent:1:7").update(sent_at=now, **EMPTIED)
    rows.filter(key="press.lost:1:7").update(
        given_up_at=now, error="SMTPRecipientsRefused 550", **EMPTIED
    )


def shown(client: Client, **asked: Any) -> str:
    return client.get(reverse(LIST), asked).content.decode()


@pytest.mark.usefixtures("_three")
def test_administrators_see_what_became_of_each(admin_client: Client) -> None:
    content = shown(admin_client)
    for words in ("press.waits", "press.sent", "press.lost", "SMTPRecipientsRefused 550"):
        assert words in content
    assert "waits@example.ir" in content
    assert "sent@example.ir" not in content
    assert "lost@example.ir" not in content


@pytest.mark.usefixtures("_three")
@pytest.mark.parametrize(
    ("state", "name"), [("waiting", "waits"), ("sent", "sent"), ("given_up", "lost")]
)
def test_by_state(admin_client: Client, state: str, name: str) -> None:
    content = shown(admin_client, state=state)
    found = [one for one in ("waits", "sent", "lost") if f"press.{one}" in content]
    assert found == [name]


@pytest.mark.usefixtures("_three")
def test_others_with_the_right_see_what_an_app_names_as_theirs(client: Client) -> None:
    group = Group.objects.create(name="office")
    group.permissions.add(
        Permission.objects.get(codename="access_admin"),
        Permission.objects.get(codename="view_message"),
    )
    user = User.objects.create_user("office", password="x")
    user.groups.add(group)
    client.force_login(user)
    assert "press." not in shown(client)


def test_a_long_list_costs_no_more(
    admin_client: Client, django_assert_max_num_queries: Any
) -> None:
    for number in range(40):
        put(f"press.invited:{number}", f"a{number}@example.ir", "a", "b", about=f"press:{number}")
    shown(admin_client)
    with django_assert_max_num_queries(20):
        assert "a39@example.ir" in shown(admin_client)
