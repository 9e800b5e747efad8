import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from wagtail.models import ModelLogEntry

from tests.news.staff import group, member
from wagtail_prcouncil.comments.actions import RefusedError
from wagtail_prcouncil.comments.actions.ending_bans import end_ban
from wagtail_prcouncil.comments.models import Ban


@pytest.mark.django_db
def test_a_ban_ends_once_and_by_whoever_may() -> None:
    until = timezone.now() + dt.timedelta(days=3)
    ban = Ban.objects.create(kind=Ban.Kind.ADDRESS, value="a" * 64, until=until)
    with pytest.raises(PermissionDenied):
        end_ban(ban, by=member(group("readers")))
    keeper = member(group("keepers", "change_ban"))
    end_ban(ban, by=keeper)
    assert not Ban.objects.in_force().exists()
    assert ModelLogEntry.objects.get(action="prcouncil_comments.end_ban").user == keeper
    with pytest.raises(RefusedError):
        end_ban(ban, by=keeper)
