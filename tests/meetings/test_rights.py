import pytest
from django.contrib.auth.models import Permission

from wagtail_prcouncil.meetings.apps import MeetingsConfig
from wagtail_prcouncil.meetings.rights import Right

pytestmark = pytest.mark.django_db


def known() -> set[str]:
    rows = Permission.objects.filter(content_type__app_label="prcouncil_meetings")
    return set(rows.values_list("codename", flat=True))


def test_every_right_is_a_permission() -> None:
    assert {right.value.removeprefix("prcouncil_meetings.") for right in Right} <= known()


def test_secretaries_delete_nothing_that_was_decided() -> None:
    given = set(MeetingsConfig.group_permissions["council_secretary"])
    assert given <= known()
    assert {codename for codename in given if codename.startswith("delete")} == {"delete_recipient"}


def test_whoever_reports_for_an_agency_has_one_right() -> None:
    (given,) = MeetingsConfig.group_permissions["agency_reporter"]
    assert f"prcouncil_meetings.{given}" == Right.SUBMIT_REPORTS
