import datetime as dt

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.utils import timezone

from wagtail_prcouncil.clock.models import Tick


@pytest.fixture
def editor(db: None) -> Client:
    group = Group.objects.create(name="desk")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    user = get_user_model().objects.create_user("editor")
    user.groups.add(group)
    client = Client()
    client.force_login(user)
    return client


def test_administrators_are_warned_of_a_silent_clock(admin_client: Client) -> None:
    Tick.objects.create(pk=Tick.THE_ONE, ticked_at=timezone.now() - dt.timedelta(minutes=25))
    assert "prcouncil_tick" in admin_client.get("/admin/").content.decode()
    Tick.objects.update(ticked_at=timezone.now())
    assert "prcouncil_tick" not in admin_client.get("/admin/").content.decode()


def test_others_could_not_wind_it(editor: Client) -> None:
    response = editor.get("/admin/")
    assert response.status_code == 200
    assert "prcouncil_tick" not in response.content.decode()
