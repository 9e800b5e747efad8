"""Mail of meetings in the list of outgoing mail."""

from django.urls import reverse

from tests.making import SmallSite
from tests.meetings.admin.desk import KEEPING, chief, secretary
from tests.meetings.mailing.posted import recipient
from tests.meetings.making import announced, staffed_council
from wagtail_prcouncil.outbox.actions import put
from wagtail_prcouncil.outbox.models import Message

VIEW = "prcouncil_outbox.view_message"
LIST = "prcouncil_messages:index"


def test_a_secretary_sees_mail_about_his_meetings(site: SmallSite) -> None:
    mine, theirs = staffed_council(site), staffed_council(site)
    recipient(mine, "mine@example.ir")
    recipient(theirs, "theirs@example.ir")
    one = announced(mine, title="نشست نوروزی")
    announced(theirs, title="نشست پاییزی")
    put("comments.decided:1:1", "reader@example.ir", "a", "b", about="comment:1")
    shown = secretary(mine, rights=[*KEEPING, VIEW]).get(reverse(LIST)).content.decode()
    assert "نشست نوروزی" in shown
    assert "mine@example.ir" in shown
    assert reverse("prcouncil_meetings:notice", args=[one.pk]) in shown
    for words in ("نشست پاییزی", "theirs@example.ir", "reader@example.ir"):
        assert words not in shown
    everything = chief().get(reverse(LIST)).content.decode()
    assert "theirs@example.ir" in everything
    assert "reader@example.ir" in everything


def test_whoever_has_not_the_right_sees_no_list(site: SmallSite) -> None:
    client = secretary(staffed_council(site))
    assert client.get(reverse(LIST)).status_code == 302
    assert reverse(LIST) not in client.get(reverse("wagtailadmin_home")).content.decode()


def test_mail_about_a_meeting_that_is_gone_is_listed_without_it(site: SmallSite) -> None:
    put("meetings.invited:0:1:r1", "a@example.ir", "a", "b", about="meeting:0")
    assert chief().get(reverse(LIST)).status_code == 200
    assert Message.objects.count() == 1
