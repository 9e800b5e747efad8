"""Whether a page shows a thread to readers, and in what state."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import HttpRequest
from wagtail.models import Page

from wagtail_prcouncil import conf
from wagtail_prcouncil.comments.kinds import is_commented, readable_page
from wagtail_prcouncil.comments.policies import Allowed, allowed_on
from wagtail_prcouncil.pages.facets import facets_of
from wagtail_prcouncil.pages.privacy import private_pages
from wagtail_prcouncil.ui.languages import PageLanguage, page_language


@dataclass(frozen=True)
class Conversation:
    """The thread of a page that anonymous readers may read, as its policy allows it now.

    `page` is never an alias. `thread_id` is None before the first comment; `count` is how many
    comments of readers are published, `version` that of what is shown of them.
    """

    page: Page
    allowed: Allowed
    thread_id: int | None
    count: int
    version: int

    @cached_property
    def language(self) -> PageLanguage:
        return page_language(self.page)

    @property
    def state(self) -> tuple[object, ...]:
        """All that its public face depends on, in plain values."""
        told = self.page.pk, self.page.title, self.page.url_path, self.language
        thread = self.thread_id, self.count, self.version
        return (*told, *thread, self.allowed, conf.comments_votes())


def conversation_on(page: Page) -> Conversation | None:
    """None where readers are shown no comments: the page is not theirs to read, of another type,
    or its policy hides them. An alias shows the thread of the page it mirrors. Two queries, and
    those of what is private where the request has not asked for it yet."""
    while page.alias_of_id:
        page = page.alias_of.specific
    if not is_commented(page):
        return None
    section_id = facets_of(page).section_id
    known = {place.pk: place for place in _places({page.pk, section_id or page.pk})}
    section = known.get(section_id) if section_id else None
    allowed = allowed_on(page, filed_at=section.path if section else "")
    if page.pk not in known or not (allowed.shows and _is_readable(page)):
        return None
    thread = known[page.pk]
    return Conversation(
        page=page,
        allowed=allowed,
        thread_id=thread.reader_comments__id,
        count=thread.reader_comments__approved or 0,
        version=thread.reader_comments__version or 0,
    )


def _places(keys: Iterable[int]) -> Iterable[Any]:
    """Where pages lie in the tree, with their threads: a page and its section in one query."""
    thread = (f"reader_comments__{name}" for name in ("id", "approved", "version"))
    return (
        Page.objects.filter(pk__in=keys).order_by().values_list("pk", "path", *thread, named=True)
    )


def conversation_of(page_id: int) -> Conversation | None:
    """The same by the key of a page."""
    page = readable_page(page_id)
    return conversation_on(page) if page else None


def conversation_here(page: Page, request: HttpRequest) -> Conversation | None:
    """The same of the page that is shown, read once for all slots of the answer. None in a preview,
    which shows what nobody has published."""
    if getattr(request, "is_preview", False):
        return None
    known: dict[int, Conversation | None] = request.__dict__.setdefault("_prcouncil_threads", {})
    if page.pk not in known:
        known[page.pk] = conversation_on(page)
    return known[page.pk]


def _is_readable(page: Page) -> bool:
    """As ReadableQuerySet.readable() of one page that is at hand."""
    private = private_pages()
    return (
        page.live
        and page.path not in private.leaves
        and not any(page.path.startswith(path) for path in private.branches)
    )
