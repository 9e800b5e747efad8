"""Where things are found: the addresses of a thread, its form, its feed."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING
from uuid import UUID

from django.core.signing import Signer
from django.urls import NoReverseMatch, reverse
from wagtail.models import Page

from wagtail_prcouncil import conf

if TYPE_CHECKING:
    from wagtail_prcouncil.comments.models import ReaderComment


def thread_path(page: Page) -> str:
    """Of the thread below the page; empty where `comments.urls` is left out."""
    return _reversed("thread", page.alias_of_id or page.pk)


def form_path(page: Page) -> str:
    return _reversed("post", page.alias_of_id or page.pk)


def feed_path(page: Page) -> str:
    return _reversed("feed", page.alias_of_id or page.pk)


def comment_path(public_id: UUID) -> str:
    """Of one comment with all replies to it."""
    return _reversed("comment", public_id)


def report_path(public_id: UUID) -> str:
    """Where a reader reports a comment."""
    return _reversed("report", public_id)


def like_path(public_id: UUID) -> str:
    """Where a reader likes or dislikes a comment; empty where the site asks for no votes."""
    return _reversed("like", public_id) if conf.comments_votes() else ""


def unsubscribe_path(public_id: UUID) -> str:
    """Where the author of a comment stops mail about it. It is signed for this comment and this
    purpose, and names nobody."""
    return _reversed("unsubscribe", unsubscribe_token(public_id))


def unsubscribe_token(public_id: UUID) -> str:
    return Signer(salt="prcouncil_comments.unsubscribe").sign(str(public_id))


def read_unsubscribe_token(token: str) -> UUID:
    """The comment that it was signed for. Raises BadSignature for anything else."""
    return UUID(Signer(salt="prcouncil_comments.unsubscribe").unsign(token))


def own_data_path(secret: str = "") -> str:
    """Where a reader asks for his own comments; with the secret that was mailed, where he sees
    them."""
    return _reversed("own_comments", secret) if secret else _reversed("own_data")


def transparency_path() -> str:
    """Of the monthly numbers."""
    return _reversed("transparency")


def addresses_of(pages: Iterable[Page]) -> Iterator[str]:
    """Full addresses of what is public about these pages' threads, on their sites."""
    for page in pages:
        site = page.get_site()
        if site is not None:
            for path in filter(None, (thread_path(page), feed_path(page))):
                yield f"{site.root_url}{path}"


def addresses_of_comments(comments: Iterable["ReaderComment"]) -> Iterator[str]:
    """Full addresses of comments, and of those that they answer."""
    for comment in comments:
        page = comment.thread.page
        site = page.get_site() if page else None
        if site is not None:
            for one in filter(None, (comment, comment.parent)):
                if path := comment_path(one.public_id):
                    yield f"{site.root_url}{path}"


def _reversed(name: str, *keys: int | UUID | str) -> str:
    try:
        return reverse(f"prcouncil_comments:{name}", args=keys)
    except NoReverseMatch:
        return ""
