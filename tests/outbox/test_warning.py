import datetime as dt

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.test import Client
from django.utils import timezone

from wagtail_prcouncil.outbox.actions import put
from wagtail_prcouncil.outbox.models import Message

WARNING = "wagtail_prcouncil.outbox"


@pytest.fixture
def _given_up(db: None) -> None:
    put("a:1", "reader@example.ir", "تصمیم", "متن")
    Message.objects.update(given_up_at=timezone.now(), error="SMTPRecipientsRefused 550")


@pytest.mark.usefixtures("_given_up")
def test_administrators_read_of_failures(admin_client: Client) -> None:
    content = admin_client.get("/admin/").content.decode()
    assert "SMTPRecipientsRefused 550" in content
    assert WARNING in content


def test_administrators_read_of_mail_that_waits(admin_client: Client) -> None:
    put("a:1", "reader@example.ir", "تصمیم", "متن")
    assert WARNING not in admin_client.get("/admin/").content.decode()
    Message.objects.update(due_at=timezone.now() - dt.timedelta(hours=2))
    assert WARNING in admin_client.get("/admin/").content.decode()


@pytest.mark.usefixtures("_given_up")
def test_others_could_not_mend_it(client: Client) -> None:
    group = Group.objects.create(name="desk")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    user = User.objects.create_user("editor")
    user.groups.add(group)
    client.force_login(user)
    assert WARNING not in client.get("/admin/").content.decode()
