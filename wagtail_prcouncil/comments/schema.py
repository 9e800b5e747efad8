"""What a thread tells machines (schema.org Comment)."""

import datetime as dt
from collections.abc import Iterable
from typing import Any
from urllib.parse import urljoin

from django.http import HttpRequest
from django.utils.translation import gettext as _

from wagtail_prcouncil.comments.models import OfficialReply
from wagtail_prcouncil.comments.public.conversations import Conversation
from wagtail_prcouncil.comments.public.strands import Strand
from wagtail_prcouncil.persian.dates import TEHRAN


def discussion(
    conversation: Conversation, strands: Iterable[Strand], request: HttpRequest
) -> dict[str, Any] | None:
    """The page as one that is discussed: how many published comments there are, and those shown.

    None while there are none. Places of comments that are gone are left out with their replies.
    """
    address = conversation.page.get_full_url(request)
    if not conversation.count or not address:
        return None
    return {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "@id": address,
        "url": address,
        "inLanguage": conversation.language.code,
        "commentCount": conversation.count,
        "comment": [_comment(strand, address) for strand in strands if not strand.is_gone],
    }


def _comment(strand: Strand, base: str) -> dict[str, Any]:
    comment = strand.comment
    address = urljoin(base, strand.url)
    below = [_comment(reply, base) for reply in strand.replies]
    told = {
        "@type": "Comment",
        "@id": address,
        "url": address,
        "author": {"@type": "Person", "name": comment.name or _("A reader")},
        "datePublished": _moment(comment.posted_at),
        "text": comment.public_text,
        "comment": [*([_answer(strand.answer)] if strand.answer else []), *below],
    }
    return {key: value for key, value in told.items() if value}


def _answer(reply: OfficialReply) -> dict[str, Any]:
    return {
        "@type": "Comment",
        "author": {"@type": "GovernmentOrganization", "name": reply.agency_name},
        "datePublished": _moment(reply.published_at),
        "text": reply.text,
    }


def _moment(value: dt.datetime | None) -> str | None:
    """ISO 8601 with Tehran's offset."""
    return value.astimezone(TEHRAN).isoformat(timespec="seconds") if value else None
