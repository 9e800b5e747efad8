"""Page slots: how features put something on each other's pages without knowing each other.

A template names a place, `{% page_slot "after_body" %}`; a feature fills it:

    @hooks.register("register_prcouncil_page_slot")
    def thread() -> PageSlot:
        return PageSlot("after_body", "prcouncil_comments/thread.html", thread_context)

What a slot shows is the same for every reader: its template gets no user, no session and no
CSRF token, so that the page around it may be cached for all. docs/slots.md lists the names.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from django.forms import Media
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.models import Page

HOOK = "register_prcouncil_page_slot"

SLOTS: dict[str, str] = {
    "head": "inside <head>, after the page's own links",
    "before_body": "between a news item's headline and its text",
    "body_end": "in the column of the text, right below it",
    "after_body": "below text and margin, the whole width",
    "margin": "beside a news item's text",
    "listing_top": "above a list of news, at its beginning",
    "listing_margin": "beside a list of news",
    "agencies_top": "above the register of agencies, at its beginning",
    "agency_main": "on an agency's profile, below what it does",
    "agency_margin": "beside an agency's profile",
    "council_top": "beside a council's name, for what comes next",
    "council_main": "on a council's page, below who sits there and what it is for",
    "council_margin": "beside what a council is for",
    "meeting_main": "on a meeting's page, below what was said and decided there",
    "meeting_margin": "beside what a meeting is about",
    "charter_main": "on a charter's page, below its text and who has signed it",
    "charter_margin": "beside the text of a charter",
    "home_top": "on the home page, above what it shows of its own",
    "home_main": "on the home page, below its sections",
    "home_margin": "on the home page, beside its sections",
    "footer": "in the footer, before its last line",
    "privacy": "on the page about cookies and privacy, below what holds for every site",
}
"""The closed list: a name and where it lies."""

PAGELESS = frozenset({"privacy"})
"""Slots at addresses where there is no Wagtail page: `page` is None."""


@dataclass(frozen=True, slots=True, kw_only=False)
class PageSlot:
    """What a feature puts into the slot `name`.

    `get_context` takes the page (None in a slot of `PAGELESS`) and the request, and returns the
    template's variables, or None to show nothing here; `page` and `request` are added.
    `without_page` says that it takes None elsewhere too: on the search page, on error pages.
    `page_types` limits it to pages of these classes and their subclasses. Lower `order` comes
    first. `media` is printed once, in the head.
    """

    name: str
    template: str
    get_context: Callable[[Any, HttpRequest], dict[str, Any] | None]
    page_types: tuple[type[Page], ...] | None = None
    order: int = 100
    media: Media = field(default_factory=Media)
    without_page: bool = False

    def is_for(self, page: Page | None) -> bool:
        if page is None and not (self.without_page or self.name in PAGELESS):
            return False
        return self.may_be_on(type(page))

    def may_be_on(self, kind: type) -> bool:
        """Whether pages of a type may have it."""
        return self.page_types is None or issubclass(kind, self.page_types)


def registered_slots() -> tuple[PageSlot, ...]:
    """All that installed features and the site itself put into slots, in order of showing."""
    return _made(tuple(hooks.get_hooks(HOOK)))


@lru_cache(maxsize=8)
def _made(makers: tuple[Callable[[], PageSlot], ...]) -> tuple[PageSlot, ...]:
    """A page has a dozen slots and asks for each: what hooks say is asked once in a process."""
    return tuple(sorted((make() for make in makers), key=lambda slot: slot.order))


def filled(name: str, page: Page | None, request: HttpRequest) -> SafeString:
    """The HTML of the slot `name` on this page; empty when nobody fills it."""
    shown = []
    for slot in registered_slots():
        if slot.name != name or not slot.is_for(page):
            continue
        context = slot.get_context(page, request)
        if context is not None:
            # Without `request=`: no context processors, hence no user and no CSRF token.
            variables = {"page": page, "request": request, **context}
            shown.append(render_to_string(slot.template, variables))
    return SafeString("".join(shown))


def media_for(page: Page) -> Media:
    """Style sheets and scripts of all that may be shown on this page, each once."""
    kind: Any = type(page)  # to mypy a class is not hashable
    return _media(tuple(hooks.get_hooks(HOOK)), kind)


@lru_cache(maxsize=128)
def _media(makers: tuple[Callable[[], PageSlot], ...], kind: type[Page]) -> Media:
    slots = (slot for slot in _made(makers) if slot.may_be_on(kind))
    return sum((slot.media for slot in slots), Media())
