"""What Wagtail tells of a council's page reaches what hangs on it."""

import datetime as dt

import pytest
from django.core.management import call_command
from django.utils import timezone

from tests.councils.actions.test_gathering import english_council, in_persian
from tests.councils.making import council, in_english, seat
from tests.making import SmallSite
from wagtail_prcouncil.councils.models import Seat

pytestmark = pytest.mark.django_db


def test_seats_follow_a_page_that_is_published_by_the_clock(site: SmallSite) -> None:
    page = english_council(site)
    seat(page)
    draft = in_persian(page, site)
    draft.go_live_at = timezone.now() - dt.timedelta(minutes=1)
    revision = draft.save_revision()
    revision.approved_go_live_at = draft.go_live_at
    revision.save()
    assert Seat.objects.get().council == page
    call_command("publish_scheduled")
    assert Seat.objects.get().council == draft


def test_other_pages_are_let_be(site: SmallSite) -> None:
    page = council(site)
    place = seat(page)
    site.home.save_revision().publish()
    in_english(page, site).save_revision().publish()
    place.refresh_from_db()
    assert place.council == page
