"""What comments put on pages: the thread below the text, the address of its feed."""

from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch
from wagtail.models import Page

from wagtail_prcouncil import conf
from wagtail_prcouncil.comments import marks
from wagtail_prcouncil.comments.addresses import (
    feed_path,
    own_data_path,
    thread_path,
    transparency_path,
)
from wagtail_prcouncil.comments.public.conversations import conversation_here
from wagtail_prcouncil.comments.public.rendering import thread_slot
from wagtail_prcouncil.ui.cookies import form_cookie
from wagtail_prcouncil.ui.languages import page_language
from wagtail_prcouncil.ui.slots import PageSlot

FOLDER = "prcouncil_comments/slots"


def registered() -> list[PageSlot]:
    """They stand on every page, since which types are commented on is read at call time."""
    return [
        PageSlot("head", f"{FOLDER}/feed.html", feed),
        PageSlot("after_body", f"{FOLDER}/thread.html", thread),
        PageSlot("privacy", f"{FOLDER}/privacy.html", privacy, order=200),
        PageSlot("privacy", f"{FOLDER}/numbers.html", numbers, order=220),
    ]


def thread(page: Page, request: HttpRequest) -> dict[str, Any] | None:
    """None where the policy hides comments, and where the site has left `comments.urls` out. Two
    queries while nothing in the thread changes."""
    conversation = conversation_here(page, request) if thread_path(page) else None
    return {"html": thread_slot(conversation, request)} if conversation else None


def feed(page: Page, request: HttpRequest) -> dict[str, Any] | None:
    address = feed_path(page)
    conversation = conversation_here(page, request) if address else None
    return {"address": address, "title": conversation.page.title} if conversation else None


def numbers(page: None, request: HttpRequest) -> dict[str, Any] | None:
    """The way to the monthly numbers, in the language of the page about privacy."""
    address = transparency_path()
    return {"address": f"{address}?lang={page_language(None).code}"} if address else None


def privacy(page: None, request: HttpRequest) -> dict[str, Any] | None:
    """What is stored of whoever writes, reports or votes; None where the site has left
    `comments.urls` out."""
    try:
        marks.cookie_path()
    except NoReverseMatch:
        return None
    cookies = [marks.READER.cookie(), form_cookie()]
    return {
        "cookies": cookies,
        "key_days": conf.comments_hash_key_days(),
        "address_days": conf.comments_hash_key_days() + conf.comments_address_kept_days(),
        "email_days": conf.comments_email_kept_days(),
        "refused_days": conf.comments_refused_kept_days(),
        "own_url": f"{own_data_path()}?lang={page_language(None).code}",
    }
