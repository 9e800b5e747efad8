"""Threads as HTML, in the language of their page."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, QueryDict
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from wagtail_prcouncil.comments.addresses import feed_path, form_path, thread_path
from wagtail_prcouncil.comments.models import ReaderComment
from wagtail_prcouncil.comments.public.conversations import Conversation
from wagtail_prcouncil.comments.public.strands import Strand, replies_to, strands_of
from wagtail_prcouncil.comments.schema import discussion
from wagtail_prcouncil.ui.keeping import Parts, may_keep, place_of

FOLDER = "prcouncil_comments"
OLDEST_FIRST = "oldest"
"""`?order=` of a thread that begins with its oldest comment; anything else is newest first."""


def thread_slot(conversation: Conversation, request: HttpRequest) -> SafeString:
    """The first window below the page itself; kept until something in it changes."""
    code = conversation.language.code
    with translation.override(code):
        state = (conversation.state, place_of(code, request)) if may_keep(request) else None
        return Parts("comments", state).part("html", lambda: _slot(conversation, request))


def _slot(conversation: Conversation, request: HttpRequest) -> SafeString:
    context = _window(conversation, QueryDict())
    described = discussion(conversation, context["strands"], request)
    return _rendered("components/conversation.html", context | {"described": described}, request)


def thread_part(conversation: Conversation, request: HttpRequest) -> SafeString:
    """The window that a request asks for, alone."""
    return _rendered("components/window.html", _window(conversation, request.GET), request)


def thread_page(conversation: Conversation, request: HttpRequest) -> SafeString:
    context = _window(conversation, request.GET)
    return _page("thread.html", context, conversation, request)


def comment_page(
    conversation: Conversation, comment: ReaderComment, request: HttpRequest
) -> SafeString:
    """A comment with the replies to it; of a reply, the comment that it answers with the window of
    replies that it is in."""
    root = comment.parent or comment
    replies = replies_to(root, request.GET, around=comment if comment.parent else None)
    strand = Strand(root, replies.items)
    context = _shown_of(conversation) | {"strand": strand, "window": replies, "named": comment}
    return _page("comment.html", context, conversation, request)


def _window(conversation: Conversation, asked: QueryDict) -> dict[str, Any]:
    oldest_first = asked.get("order") == OLDEST_FIRST
    kept = f"order={OLDEST_FIRST}" if oldest_first else ""
    found = strands_of(conversation.thread_id, asked, oldest_first=oldest_first, kept=kept)
    path = thread_path(conversation.page)
    onward = found.newer_url if oldest_first else found.older_url
    return _shown_of(conversation) | {
        "strands": found.items,
        "window": found,
        "oldest_first": oldest_first,
        "onward": onward and f"{path}{onward}",
        "orders": [
            {"title": _("Newest first"), "url": path, "is_current": not oldest_first},
            {
                "title": _("Oldest first"),
                "url": f"{path}?order={OLDEST_FIRST}",
                "is_current": oldest_first,
            },
        ],
    }


def _shown_of(conversation: Conversation) -> dict[str, Any]:
    page = conversation.page
    return {
        "conversation": conversation,
        "count": conversation.count,
        "allowed": conversation.allowed,
        "form_url": form_path(page) if conversation.allowed.takes else "",
        "thread_url": thread_path(page),
        "feed_url": feed_path(page),
    }


def _page(
    name: str, context: Mapping[str, Any], conversation: Conversation, request: HttpRequest
) -> SafeString:
    page = conversation.page
    about = {"read": page, "read_url": page.get_url(request)}
    return render_to_string(f"{FOLDER}/{name}", {**context, **about}, request)


def _rendered(name: str, context: Mapping[str, Any], request: HttpRequest) -> SafeString:
    """Without context processors: nothing of whoever asks gets into what all readers are shown."""
    return render_to_string(f"{FOLDER}/{name}", {**context, "request": request})
