"""The mailing list in the admin."""

from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.councils.making import council, seat
from tests.making import SmallSite
from tests.meetings.admin.desk import KEEPING, chief, errors, secretary
from tests.meetings.mailing.posted import only, recipient
from wagtail_prcouncil.meetings.models import Recipient
from wagtail_prcouncil.meetings.rights import Right
from wagtail_prcouncil.outbox.actions import put
from wagtail_prcouncil.outbox.models import Message

ALL = [*KEEPING, Right.DELETE_RECIPIENTS]


def place(name: str, row: Any = None) -> str:
    return reverse(f"prcouncil_recipients:{name}", args=[] if row is None else [row.pk])


def words(**said: Any) -> dict[str, Any]:
    return {"name": "دبیرخانه", "email": "a@example.ir", "language": "fa", "seat": ""} | said


def content(client: Client, url: str) -> str:
    return client.get(url).content.decode()


def test_a_secretary_keeps_the_lists_of_his_councils(site: SmallSite) -> None:
    page, other = council(site), council(site)
    mine, theirs = recipient(page, "mine@example.ir"), recipient(other, "theirs@example.ir")
    client = secretary(page, rights=ALL)
    shown = content(client, place("index"))
    assert "mine@example.ir" in shown
    assert "theirs@example.ir" not in shown
    for name in ("edit", "delete", "try"):
        assert client.get(place(name, mine)).status_code == 200
        assert client.get(place(name, theirs)).status_code == 404
    answer = client.post(place("add"), words(council=str(other.pk)))
    assert "council" in errors(answer)


def test_an_address_is_added_put_right_and_removed(site: SmallSite) -> None:
    page = council(site)
    own = seat(page)
    client = secretary(page, rights=ALL)
    answer = client.post(place("add"), words(council=str(page.pk)))
    assert answer.status_code == 302, errors(answer)
    row = Recipient.objects.get()
    answer = client.post(place("edit", row), words(email="b@example.ir", seat=str(own.pk)))
    assert answer.status_code == 302, errors(answer)
    row.refresh_from_db()
    assert (row.email, row.seat) == ("b@example.ir", own)
    client.post(place("delete", row))
    assert not Recipient.objects.exists()


def test_what_is_wrong_stands_beside_the_field(site: SmallSite) -> None:
    page = council(site)
    recipient(page, "a@example.ir")
    client = chief()
    assert "email" in errors(client.post(place("add"), words(council=str(page.pk))))
    assert "email" in errors(client.post(place("add"), words(council=str(page.pk), email="x")))
    head = words(council=str(page.pk), email="c@example.ir", is_head="on")
    assert "seat" in errors(client.post(place("add"), head))
    assert Recipient.objects.count() == 1


def test_a_refused_address_is_marked(site: SmallSite) -> None:
    page = council(site)
    row = recipient(page, "a@example.ir")
    put(f"meetings.invited:1:1:r{row.pk}", "", "", "")
    Message.objects.update(given_up_at=timezone.now(), error="SMTPRecipientsRefused 550")
    client = secretary(page, rights=ALL)
    assert "SMTPRecipientsRefused 550" in content(client, place("index"))
    assert "SMTPRecipientsRefused 550" in content(client, place("edit", row))


def test_a_test_mail(site: SmallSite) -> None:
    row = recipient(council(site), "a@example.ir")
    assert chief().post(place("try", row)).status_code == 302
    assert only("tested").to == "a@example.ir"
