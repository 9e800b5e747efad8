from datetime import timedelta

import pytest
from django.utils import timezone

from tests.making import draft_news, small_site
from wagtail_prcouncil.clock.actions import tick

HOUR = timedelta(hours=1)


@pytest.mark.django_db(transaction=True)
def test_the_clock_publishes_what_is_scheduled() -> None:
    page = draft_news(small_site(), go_live_at=timezone.now() + HOUR)
    revision = page.save_revision()
    revision.publish()
    tick()
    page.refresh_from_db()
    assert not page.live
    past = timezone.now() - HOUR
    revision.content["go_live_at"], revision.approved_go_live_at = past.isoformat(), past
    revision.save()
    tick(timezone.now() + HOUR)
    page.refresh_from_db()
    assert page.live
