"""Comments as rules get them."""

from wagtail_prcouncil.comments.models import Thread
from wagtail_prcouncil.comments.rules import Entry, Examined, Sender
from wagtail_prcouncil.persian.text import canonical, fold

USUAL = Sender(address_hash="a" * 64, email_hash="e" * 64, seconds=60)


def examined(
    text: str = "لطفا به آب روستای ما رسیدگی کنید",
    *,
    name: str = "شهروند",
    sender: Sender = USUAL,
    thread: Thread | None = None,
) -> Examined:
    """What was sent, cleaned as far as rules rely on it."""
    stored = canonical(text)
    entry = Entry(name=canonical(name), text=stored, raw_text=text)
    return Examined(entry, sender, thread or Thread(pk=1, page_id=1), fold(stored))
