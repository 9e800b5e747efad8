"""How much is taken at all. Of comments, what is merely a lot is held by a rule; only what no
reader and no readers behind one address send is refused. Rows are counted, not a cache: emptying
one opens nothing, and all processes see the same."""

import datetime as dt

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from wagtail_prcouncil import conf
from wagtail_prcouncil.comments.actions import CommentError
from wagtail_prcouncil.comments.models import ReaderComment
from wagtail_prcouncil.comments.rules import Sender
from wagtail_prcouncil.comments.senders import address_hash
from wagtail_prcouncil.pages.clients import client_address
from wagtail_prcouncil.pages.rates import is_counted_beyond

HOUR = dt.timedelta(hours=1)
DAY = dt.timedelta(days=1)
MOST_SAID = {"report": 30, "vote": 200}
"""About others' comments, from one network address in an hour: a browser that keeps no cookie is a
new one each time."""


class TooManyCommentsError(CommentError):
    """More than is taken from one address in an hour, or on one page in a day (HTTP 429)."""

    def __init__(self) -> None:
        super().__init__(
            _("Too many comments are coming in just now. What you wrote is kept in the form.")
        )


def check_hard_limits(page: Page, sender: Sender) -> None:
    """TooManyCommentsError where one more would be too many. Two queries."""
    now = timezone.now()
    own = ReaderComment.objects.filter(posted_at__gt=now - HOUR, address_hash=sender.address_hash)
    if sender.address_hash and own.count() >= conf.comments_hard_limit():
        raise TooManyCommentsError
    here = ReaderComment.objects.filter(
        posted_at__gt=now - DAY, thread__page=page.alias_of_id or page.pk
    )
    if here.count() >= conf.comments_hard_limit_page():
        raise TooManyCommentsError


def says_too_much(request: HttpRequest, what: str) -> bool:
    """Whether more reports or votes come from where this one does than readers behind one address
    send. Counted in the cache, for no comment hangs on it: an emptied one lets as many in again."""
    sender = address_hash(client_address(request))
    if not sender:
        return False
    return is_counted_beyond(f"prcouncil_comments.said.{what}.{sender}", MOST_SAID[what])
