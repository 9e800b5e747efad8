import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import override_settings
from django.utils import timezone

from tests import test_purging
from tests.charters.making import A_DAY, adopted, charter
from tests.charters.test_links import invited
from tests.councils.making import council
from tests.making import SmallSite, small_site
from wagtail_prcouncil.charters.actions.repealing import repeal
from wagtail_prcouncil.charters.models import Invitation
from wagtail_prcouncil.charters.states import InvitationState
from wagtail_prcouncil.charters.turning import turn, turn_job
from wagtail_prcouncil.councils.models.seat import today


@pytest.fixture
def cached(db: None) -> Iterator[SmallSite]:
    with override_settings(WAGTAILFRONTENDCACHE=test_purging.CHOSEN):
        yield small_site()


@pytest.mark.parametrize("days", [0, 3])
def test_it_came_into_force_while_nobody_did_anything(
    cached: SmallSite, django_capture_on_commit_callbacks: Any, days: int
) -> None:
    """On the day itself, and where the clock stood still since."""
    one, other = charter(council(cached)), charter(council(cached))
    adopted(one, days=-30, in_force_from=today() - dt.timedelta(days=days))
    adopted(other, days=-30)
    test_purging.purged.clear()
    with django_capture_on_commit_callbacks(execute=True):
        turn()
    told = {address.partition("localhost")[2] for address in test_purging.purged}
    assert f"{one.page.url}" in told
    assert f"{one.page.url}versions/1/" in told
    assert not any(address.startswith(other.page.url) for address in told)


def test_nobody_is_asked_to_sign_what_ended_over_night(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, other = invited(site), invited(site)
    repeal(made.version, on=today() + A_DAY, reason="پایان", version=None)
    turn()
    assert Invitation.objects.open().count() == 2
    now = timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: now + A_DAY)
    turn()
    made.refresh_from_db()
    other.refresh_from_db()
    assert (made.state, other.state) == (InvitationState.REVOKED, InvitationState.OPEN)


def test_the_clock_knows_it() -> None:
    assert turn_job().run is turn
