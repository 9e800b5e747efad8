"""Who sends a comment, as hashes: nothing here can be read back, and no address is stored."""

import datetime as dt
import hashlib
import hmac

from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from wagtail_prcouncil import conf
from wagtail_prcouncil.comments.models import HashKey
from wagtail_prcouncil.comments.rules import Sender
from wagtail_prcouncil.comments.tokens import Token
from wagtail_prcouncil.pages.clients import client_address
from wagtail_prcouncil.pages.rates import network_of


def sender_of(
    request: HttpRequest,
    token: Token,
    *,
    email: str = "",
    decoy: bool = False,
    proof: bool | None = None,
) -> Sender:
    """What is kept of whoever sends this form. Two queries at most once a key's time is over, one
    before."""
    return Sender(
        address_hash=address_hash(client_address(request)),
        email_hash=email_hash(email),
        seconds=token.seconds,
        decoy=decoy,
        proof=proof,
    )


def address_hash(address: str) -> str:
    """Of a network address, by the key in force: the same for all of one household. Empty for what
    is no address."""
    network = network_of(address)
    if not network:
        return ""
    return hmac.new(bytes(key_in_force().secret), network.encode(), hashlib.sha256).hexdigest()


def email_hash(email: str) -> str:
    """Of a mail address, by a key of its own that does not change: a reader finds his comments
    again. Empty for none."""
    if not email:
        return ""
    words = email.strip().lower()
    return salted_hmac("prcouncil_comments.email", words, algorithm="sha256").hexdigest()


def mail_to(email_hash: str) -> str:
    """What a letter is about that goes to a reader and names none of his comments."""
    return f"email:{email_hash}"


def key_in_force(now: dt.datetime | None = None) -> HashKey:
    """The key by which addresses are hashed now. The first sender of a period makes it; of several
    at once, one does."""
    now = now or timezone.now()
    newest = HashKey.objects.order_by("-begins_at").first()
    if newest is not None and newest.begins_at <= now < newest.ends_at:
        return newest
    begins_at = _period_of(now)
    if newest is not None and begins_at < newest.ends_at <= now:
        begins_at = newest.ends_at  # the length of periods was changed
    ends_at = _period_of(now) + _length()
    return HashKey.objects.get_or_create(begins_at=begins_at, defaults={"ends_at": ends_at})[0]


def _period_of(now: dt.datetime) -> dt.datetime:
    """When the period began that `now` lies in: counted from 1970, so that all servers agree."""
    epoch = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
    return epoch + (now - epoch) // _length() * _length()


def _length() -> dt.timedelta:
    return dt.timedelta(days=conf.comments_hash_key_days())
