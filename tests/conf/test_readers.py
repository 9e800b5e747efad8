from django.test import override_settings

from wagtail_prcouncil import conf


def test_hours_of_today_are_always_kept() -> None:
    with override_settings(WAGTAIL_PRCOUNCIL={"AUDIENCE_HOURS_KEPT_DAYS": 0}):
        assert conf.audience_hours_kept_days() == 1
