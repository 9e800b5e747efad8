import datetime as dt

import pytest
from django.db import connection
from django.test import RequestFactory, override_settings
from django.utils import timezone

from tests.parallel import in_threads
from wagtail_prcouncil.comments.models import HashKey
from wagtail_prcouncil.comments.senders import (
    address_hash,
    email_hash,
    key_in_force,
    sender_of,
)
from wagtail_prcouncil.comments.tokens import new_token
from wagtail_prcouncil.pages.rates import network_of


@pytest.mark.parametrize(
    ("text", "network"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("192.0.2.7:8080", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:a:b:c:d", "2001:db8:1:2::/64"),
        ("[2001:db8:1:2::9]:443", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("", ""),
        ("unknown", ""),
        ("192.0.2.7.9", ""),
    ],
)
def test_t11_the_addresses_of_a_household_are_one(text: str, network: str) -> None:
    assert network_of(text) == network


def test_what_is_stored_is_no_address(db: None) -> None:
    one, same, other = map(address_hash, ["2001:db8::1", "2001:db8::2", "2001:db8:0:1::1"])
    assert one == same != other
    assert len(one) == 64
    assert address_hash("unknown") == ""
    HashKey.objects.all().delete()
    assert address_hash("2001:db8::1") != one, "with the key, what it stood for is gone"


def test_a_mail_address_is_found_again_by_its_hash() -> None:
    assert email_hash("A@Example.IR ") == email_hash("a@example.ir") != email_hash("b@example.ir")
    assert email_hash("") == ""
    with override_settings(SECRET_KEY="another"):
        other = email_hash("a@example.ir")
    assert other != email_hash("a@example.ir")


def test_t11_what_a_client_claims_in_front_counts_for_nothing(db: None) -> None:
    token = new_token(1, 1)
    hashes = set()
    with override_settings(WAGTAIL_PRCOUNCIL={"CLIENT_ADDRESS_HEADER": "X-Forwarded-For"}):
        for claimed in ("1.1.1.1", "2.2.2.2", "x"):
            headers = {"X-Forwarded-For": f"{claimed}, 192.0.2.7"}
            request = RequestFactory().post("/", headers=headers)
            sender = sender_of(request, token, email="a@b.ir", decoy=True)
            hashes.add(sender.address_hash)
            assert (sender.decoy, sender.email_hash) == (True, email_hash("a@b.ir"))
    assert len(hashes) == 1


def test_a_key_serves_its_time_and_no_longer(db: None) -> None:
    now = timezone.now()
    key = key_in_force(now)
    assert key.begins_at <= now < key.ends_at
    assert key.ends_at - key.begins_at == dt.timedelta(days=30)
    assert key_in_force(key.ends_at - dt.timedelta(seconds=1)) == key
    following = key_in_force(key.ends_at)
    assert following != key
    assert following.begins_at == key.ends_at


@pytest.mark.parametrize(("first", "then"), [(7, 30), (30, 7)])
def test_a_changed_length_of_periods_holds_from_the_next_key(
    db: None, first: int, then: int
) -> None:
    with override_settings(WAGTAIL_PRCOUNCIL={"COMMENTS_HASH_KEY_DAYS": first}):
        key = key_in_force()
    with override_settings(WAGTAIL_PRCOUNCIL={"COMMENTS_HASH_KEY_DAYS": then}):
        assert key_in_force(key.ends_at - dt.timedelta(seconds=1)) == key
        later = key_in_force(key.ends_at)
        assert later.begins_at <= key.ends_at < later.ends_at
        assert key_in_force(key.ends_at + dt.timedelta(hours=1)) == later


@pytest.mark.needs("postgres")
@pytest.mark.django_db(transaction=True)
def test_of_many_first_senders_one_makes_the_key() -> None:
    assert connection.vendor == "postgresql"
    in_threads([key_in_force] * 8)
    assert HashKey.objects.count() == 1
