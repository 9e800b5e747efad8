"""Whether a page shows a thread to readers, and in what state."""

from dataclasses import dataclass
from functools import cached_property

from django.http import HttpRequest
from wagtail.models import Page

from wagtail_prcouncil.comments.kinds import readable_page
from wagtail_prcouncil.comments.models import Thread
from wagtail_prcouncil.comments.policies import Allowed, allowed_on
from wagtail_prcouncil.pages.privacy import private_pages
from wagtail_prcouncil.ui.languages import PageLanguage, page_language


@dataclass(frozen=True)
class Conversation:
    """The thread of a page that anonymous readers may read, as its policy allows it now.

    `thread` is None before the first comment. `page` is never an alias.
    """

    page: Page
    allowed: Allowed
    thread: Thread | None

    @property
    def count(self) -> int:
        """How many comments of readers are published."""
        return self.thread.approved if self.thread else 0

    @cached_property
    def language(self) -> PageLanguage:
        return page_language(self.page)

    @property
    def state(self) -> tuple[object, ...]:
        """All that its public face depends on, in plain values."""
        thread = self.thread and (self.thread.pk, self.thread.version, self.thread.approved)
        told = self.page.pk, self.page.title, self.page.url_path, self.language
        return (*told, thread, self.allowed)


def conversation_on(page: Page) -> Conversation | None:
    """None where readers are shown no comments: the page is not theirs to read, of another type,
    or its policy hides them. An alias shows the thread of the page it mirrors. Two queries, and
    those of what is private where the request has not asked for it yet."""
    while page.alias_of_id:
        page = page.alias_of.specific
    allowed = allowed_on(page)
    if not (allowed.shows and _is_readable(page)):
        return None
    return Conversation(page, allowed, Thread.objects.of(page).first())


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
