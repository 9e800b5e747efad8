"""What Wagtail tells of a meeting's page reaches those who were invited."""

import datetime as dt

from django.core.management import call_command
from django.utils import timezone

from tests.making import SmallSite
from tests.meetings.mailing.posted import recipient, to, waiting
from tests.meetings.making import announced, staffed_council
from wagtail_prcouncil.meetings.models import MeetingPage


def test_a_page_that_the_clock_publishes(site: SmallSite) -> None:
    council = staffed_council(site)
    recipient(council, "a@example.ir")
    one = announced(council, venue="سالن مهر")
    draft = MeetingPage.objects.get(pk=one.page_id)
    draft.venue, draft.go_live_at = "سالن ماه", timezone.now() - dt.timedelta(minutes=1)
    revision = draft.save_revision()
    revision.approved_go_live_at = draft.go_live_at
    revision.save()
    assert waiting("relocated") == []
    call_command("publish_scheduled")
    assert to("relocated") == ["a@example.ir"]


def test_other_pages_and_aliases_are_let_be(site: SmallSite) -> None:
    council = staffed_council(site)
    recipient(council, "a@example.ir")
    one = announced(council, venue="سالن مهر")
    site.home.save_revision().publish()
    alias = one.page.create_alias(update_slug="alias")
    one.page.save_revision().publish()
    assert MeetingPage.objects.get(pk=alias.pk).venue == "سالن مهر"
    assert waiting("relocated") == []
