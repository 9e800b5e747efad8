"""Where things are found: the addresses of a thread, its form, its feed."""

from collections.abc import Iterable, Iterator

from django.urls import NoReverseMatch, reverse
from wagtail.models import Page


def thread_path(page: Page) -> str:
    """Of the thread below the page ("/comments/17/"); empty where `comments.urls` is left out."""
    return _reversed("thread", page.alias_of_id or page.pk)


def form_path(page: Page) -> str:
    return _reversed("post", page.alias_of_id or page.pk)


def feed_path(page: Page) -> str:
    return _reversed("feed", page.alias_of_id or page.pk)


def addresses_of(pages: Iterable[Page]) -> Iterator[str]:
    """Full addresses of what is public about these pages' threads, on their sites."""
    for page in pages:
        site = page.get_site()
        if site is not None:
            for path in filter(None, (thread_path(page), feed_path(page))):
                yield f"{site.root_url}{path}"


def _reversed(name: str, page_id: int) -> str:
    try:
        return reverse(f"prcouncil_comments:{name}", args=[page_id])
    except NoReverseMatch:
        return ""
