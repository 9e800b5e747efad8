"""The feed of a thread: Atom 1.0 (RFC 4287), plain text."""

import datetime as dt
import re
from urllib.parse import urljoin

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.utils.xmlutils import SimplerXMLGenerator

from wagtail_prcouncil.comments.addresses import feed_path, thread_path
from wagtail_prcouncil.comments.public.conversations import Conversation, conversation_of
from wagtail_prcouncil.comments.public.strands import Strand, newest_of
from wagtail_prcouncil.comments.views.answers import answered
from wagtail_prcouncil.pages.methods import reads_only
from wagtail_prcouncil.ui.face import face_of

CONTENT_TYPE = "application/atom+xml; charset=utf-8"
BEGINNING = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class PlainAtom(Atom1Feed):
    """Entries with their text as text: Django writes a description as HTML."""

    def latest_post_date(self) -> dt.datetime:
        """Of an empty feed a day before all comments, so that it stays the same feed."""
        found: dt.datetime = super().latest_post_date() if self.items else BEGINNING
        return found

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, object]) -> None:
        super().add_item_elements(handler, {**item, "description": None})
        handler.addQuickElement("content", str(item["description"]), {"type": "text"})


@reads_only
def feed(request: HttpRequest, page_id: str) -> HttpResponse:
    """The newest published comments of a thread, replies among them."""
    conversation = conversation_of(int(page_id))
    if conversation is None:
        raise Http404
    return answered(
        request,
        conversation,
        lambda: atom(conversation, request),
        content_type=CONTENT_TYPE,
        is_part=True,
    )


def atom(conversation: Conversation, request: HttpRequest) -> str:
    """Ids are made of the comments' own, so that neither a new host nor a new address makes a new
    entry of one."""
    page = conversation.page
    root = page.get_full_url(request) or request.build_absolute_uri("/")
    written = PlainAtom(
        title=_clean(_("Comments: %(title)s") % {"title": page.title}),
        link=urljoin(root, thread_path(page)),
        description="",
        language=conversation.language.code,
        author_name=_clean(face_of(None, request).site_name),
        feed_url=urljoin(root, feed_path(page)),
    )
    for strand in newest_of(conversation.thread_id):
        comment = strand.comment
        written.add_item(
            title=_clean(_title(strand)),
            link=urljoin(root, strand.url),
            description=_clean(_text(strand)),
            unique_id=comment.public_id.urn,
            author_name=_clean(comment.name or _("A reader")),
            pubdate=comment.posted_at,
            updateddate=_updated(strand),
        )
    return str(written.writeString("utf-8"))


def _title(strand: Strand) -> str:
    name = strand.comment.name or _("A reader")
    return (_("Reply of %(name)s") if strand.comment.parent_id else "%(name)s") % {"name": name}


def _text(strand: Strand) -> str:
    """The comment, and below it what the institution answered."""
    text = strand.comment.public_text
    if strand.answer is None:
        return text
    heading = f"{_('Official reply')} - {strand.answer.agency_name}:"
    return f"{text}\n\n{heading}\n{strand.answer.text}"


def _updated(strand: Strand) -> dt.datetime:
    """When readers were last shown something new of it."""
    answered_at = strand.answer.published_at if strand.answer else None
    times = (strand.comment.posted_at, strand.comment.decided_at, answered_at)
    return max(time for time in times if time)


def _clean(text: str) -> str:
    """Without the characters that XML has no way to write."""
    return _UNWRITABLE.sub("", text)
