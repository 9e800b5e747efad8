"""Mail of charters in the list of outgoing mail."""

from django.urls import reverse

from tests.charters.admin.desk import KEEPING, chief, place, secretary
from tests.charters.test_links import invited
from tests.making import SmallSite
from wagtail_prcouncil.charters.models import Invitation
from wagtail_prcouncil.outbox.actions import put
from wagtail_prcouncil.outbox.models import Message

VIEW = "prcouncil_outbox.view_message"
LIST = "prcouncil_messages:index"


def test_a_secretary_sees_mail_about_his_charters(site: SmallSite) -> None:
    mine, theirs = invited(site), invited(site)
    for row, email in ((mine, "mine@example.ir"), (theirs, "theirs@example.ir")):
        Message.objects.filter(about=f"charter-invitation:{row.pk}").update(to=email)
    keeper = secretary(mine.version.charter.council, rights=[*KEEPING, VIEW])
    shown = keeper.get(reverse(LIST)).content.decode()
    assert "mine@example.ir" in shown
    assert place("invitations", mine.version.charter) in shown
    assert "theirs@example.ir" not in shown
    assert "theirs@example.ir" in chief().get(reverse(LIST)).content.decode()


def test_mail_about_an_invitation_that_is_gone_is_listed_without_it(site: SmallSite) -> None:
    put("charters.invited:0", "a@example.ir", "a", "b", about="charter-invitation:0")
    put("charters.invited:x", "a@example.ir", "a", "b", about="charter-invitation:٣x")
    assert chief().get(reverse(LIST)).status_code == 200
    assert not Invitation.objects.exists()
