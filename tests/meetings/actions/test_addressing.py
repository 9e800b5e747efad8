"""Mailing lists are written."""

import pytest
from django.core.exceptions import PermissionDenied
from wagtail.models import PageLogEntry

from tests.councils.making import council, seat
from tests.councils.staff import group_for, member_of
from tests.directory.making import agency
from tests.making import SmallSite
from tests.meetings.mailing.posted import only, recipient
from tests.meetings.making import staffed_council
from wagtail_prcouncil.meetings.actions.addressing import (
    add_recipients,
    agency_entries,
    remove_recipient,
    save_recipient,
    try_recipient,
)
from wagtail_prcouncil.meetings.mailing.lines import Entry
from wagtail_prcouncil.meetings.models import Recipient
from wagtail_prcouncil.meetings.rights import Right
from wagtail_prcouncil.meetings.rules import MeetingError


def test_a_new_address_begins_anew(site: SmallSite) -> None:
    row = recipient(council(site), "a@example.ir")
    since = row.address_since
    row.name = "دبیر"
    assert save_recipient(row).address_since == since
    row.email = "b@example.ir"
    assert save_recipient(row).address_since > since


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"email": "A@example.ir"}, "email"),
        ({"email": "c@example.ir", "language": "xx"}, "language"),
        ({"email": "c@example.ir", "is_head": True}, "seat"),
    ],
)
def test_what_is_refused(site: SmallSite, said: dict[str, object], field: str) -> None:
    page = council(site)
    recipient(page, "a@example.ir")
    with pytest.raises(MeetingError) as refused:
        save_recipient(Recipient(council=page, **said))
    assert refused.value.field == field
    assert Recipient.objects.count() == 1


def test_a_seat_of_another_council_is_refused(site: SmallSite) -> None:
    row = Recipient(council=council(site), email="a@example.ir", seat=seat(council(site)))
    with pytest.raises(MeetingError) as refused:
        save_recipient(row)
    assert refused.value.field == "seat"


def test_many_are_added_once(site: SmallSite) -> None:
    page = staffed_council(site)
    place = seat(page)
    recipient(page, "a@example.ir")
    entries = [
        Entry("", "A@example.ir"),
        Entry("", "b@example.ir"),
        Entry("", "B@example.ir"),
        Entry("", "a@example.ir", place),
    ]
    assert len(add_recipients(page, entries)) == 2
    assert add_recipients(page, entries) == []


def test_agencies_come_with_their_public_addresses(site: SmallSite) -> None:
    page = staffed_council(site)
    place = seat(page, agency=agency(email="pr@example.ir"))
    (entry,) = agency_entries(page)
    assert (entry.email, entry.seat) == ("pr@example.ir", place)


def test_the_log_tells_no_address(site: SmallSite) -> None:
    page = council(site)
    row = save_recipient(Recipient(council=page, name="نمونه‌پور", email="a@example.ir"))
    add_recipients(page, [Entry("نمونه‌پور", "b@example.ir")])
    remove_recipient(row)
    logs = PageLogEntry.objects.filter(action__startswith="prcouncil_meetings.")
    told = [f"{entry.label} {entry.data}" for entry in logs]
    assert len(told) == 3
    assert not any("example" in line or "نمونه‌پور" in line for line in told)


def test_whoever_keeps_another_council_writes_in_no_list_of_this(site: SmallSite) -> None:
    page, other = council(site), council(site)
    row = recipient(page, "a@example.ir")
    by = member_of(group_for(other, rights=list(Right)))
    for act in (save_recipient, remove_recipient, try_recipient):
        with pytest.raises(PermissionDenied):
            act(row, by=by)
    with pytest.raises(PermissionDenied):
        add_recipients(page, [], by=by)


def test_a_test_mail_goes_each_time(site: SmallSite) -> None:
    row = recipient(council(site), "a@example.ir")
    try_recipient(row)
    assert only("tested").to == "a@example.ir"
