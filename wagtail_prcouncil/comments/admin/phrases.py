"""How the queue says who, how long ago and how many."""

import datetime as dt
from typing import Any

from django.utils.timesince import timesince
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from wagtail_prcouncil.pages.numerals import in_numerals
from wagtail_prcouncil.persian.digits import to_persian


def called(user: Any) -> str:
    """A colleague, by his name or else that of his account."""
    return str(user.get_full_name() or user.get_username())


MINUTE, HOUR, DAY = dt.timedelta(minutes=1), dt.timedelta(hours=1), dt.timedelta(days=1)


def as_long_ago(at: dt.datetime, now: dt.datetime) -> dt.datetime:
    """A moment of which `age` says the same, and of others near by. From a day on only the day
    counts, and whether it was later in the day than now: that tells full days, and full months."""
    passed = now - at
    if passed < DAY:
        unit = MINUTE if passed < HOUR else HOUR
        return now - passed // unit * unit
    was_later = at.time() > now.time()
    return dt.datetime.combine(at, dt.time.max if was_later else now.time(), at.tzinfo)


def age(at: dt.datetime, now: dt.datetime) -> str:
    """«۳ ساعت»: for how long it has been there."""
    words = timesince(at, now, depth=1)
    return to_persian(words) if (get_language() or "").startswith("fa") else words


def record(approved: int, rejected: int, waiting: int) -> str:
    """What became of a sender's comments; empty where this is the only one."""
    if approved + rejected + waiting < 2:
        return ""
    numbers = {
        "approved": in_numerals(approved),
        "rejected": in_numerals(rejected),
        "waiting": in_numerals(waiting),
    }
    return _("%(approved)s approved, %(rejected)s rejected, %(waiting)s waiting") % numbers


def group(number: int, most: int) -> str:
    """Of comments in the same words, this one included; empty where there is no other. They are
    counted up to `most`."""
    if number < 2:
        return ""
    if number >= most:
        return _("%(number)s comments or more in these words") % {"number": in_numerals(most)}
    words = ngettext(
        "%(number)s comment in these words", "%(number)s comments in these words", number
    )
    return words % {"number": in_numerals(number)}


def reports(number: int) -> str:
    if not number:
        return ""
    words = ngettext("%(number)s report", "%(number)s reports", number)
    return words % {"number": in_numerals(number)}


def words() -> dict[str, str]:
    """What is said in each of fifty rows, looked up once."""
    return {
        "approve": _("Approve"),
        "reject": _("Reject…"),
        "spam": _("Spam"),
        "redact": _("Redact…"),
        "reply": _("Reply…"),
        "all": _("All about it"),
        "nameless": _("Without a name"),
        "parent": _("In reply to"),
        "seen": _("What rules saw"),
        "page": _("Page"),
        "sender": _("Same sender"),
        "same": _("Same words"),
    }
