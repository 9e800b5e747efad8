import datetime as dt

from django.test import override_settings
from django.utils import timezone

from wagtail_prcouncil.clock.checks import clock_ticks, silent_since
from wagtail_prcouncil.clock.models import Tick


def _ticked(minutes_ago: int) -> None:
    at = timezone.now() - dt.timedelta(minutes=minutes_ago)
    Tick.objects.update_or_create(pk=Tick.THE_ONE, defaults={"ticked_at": at})


def _said() -> list[str]:
    return [message.msg for message in clock_ticks(databases=["default"])]


def test_a_clock_that_nobody_winds_is_told(db: None) -> None:
    assert _said() == ["The clock has never ticked."]
    _ticked(minutes_ago=9)
    assert _said() == []
    _ticked(minutes_ago=11)
    assert _said() == ["The clock has not ticked for 11 minutes."]


def test_how_long_it_may_be_silent_is_a_setting(db: None) -> None:
    _ticked(minutes_ago=11)
    with override_settings(WAGTAIL_PRCOUNCIL={"CLOCK_SILENT_MINUTES": 15}):
        assert silent_since() is None
    assert silent_since() is not None


def test_no_database_is_asked_unless_check_is_told_to() -> None:
    assert clock_ticks(databases=None) == []
