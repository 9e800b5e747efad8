"""A mail that asks for nothing."""

from tests.councils.making import council
from tests.making import SmallSite
from tests.meetings.mailing.posted import recipient, waiting
from wagtail_prcouncil.meetings.mailing.testing import send_test


def test_each_is_a_mail_of_its_own(site: SmallSite) -> None:
    row = recipient(council(site, title="شورای نمونه"), "a@example.com", language="en")
    send_test(row)
    send_test(row)
    first, second = waiting("tested")
    assert first.key != second.key
    assert "شورای نمونه" not in first.subject
    assert "شورای نمونه" in first.text
