"""Which addresses are told as bad: those of this list, by what the outbox gave up."""

import datetime as dt

from django.utils import timezone

from tests.councils.making import council
from tests.making import SmallSite
from tests.meetings.mailing.posted import recipient
from wagtail_prcouncil.meetings.mailing.failing import failures
from wagtail_prcouncil.outbox.actions import put
from wagtail_prcouncil.outbox.models import Message


def given_up(key: str, minutes_ago: int = 0) -> None:
    put(key, "", "", "")
    at = timezone.now() - dt.timedelta(minutes=minutes_ago)
    Message.objects.filter(key=key).update(given_up_at=at, error=f"SMTPError {minutes_ago}")


def test_the_latest_of_this_recipient_is_told(site: SmallSite) -> None:
    page = council(site)
    row, other = recipient(page, "a@example.ir"), recipient(page, "b@example.ir")
    type(row).objects.update(address_since=timezone.now() - dt.timedelta(days=1))
    row.refresh_from_db()
    assert failures([row, other]) == {}
    given_up(f"meetings.invited:1:1:r{row.pk}", 9)
    given_up(f"meetings.invited:1:2:r{row.pk}", 3)
    given_up(f"meetings.invited:1:2:r1{row.pk}", 1)
    given_up(f"comments.decided:1:r{row.pk}", 0)
    given_up(f"meetings.invited:1:0:r{row.pk}", 60 * 24 * 2)
    found = failures([row, other])
    assert {pk: failure.error for pk, failure in found.items()} == {row.pk: "SMTPError 3"}
