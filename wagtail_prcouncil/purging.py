"""Dropping addresses from the caches in front of the site, once the change is committed."""

from collections.abc import Callable, Iterable

from django.apps import apps
from django.db import transaction
from wagtail.models import Page


def purge_after_commit(pages: Iterable[Page]) -> None:
    """Purge the addresses of `pages` when the transaction commits; nothing on rollback.

    Where no cache is set up, `pages` is not even looked at.
    """
    if not _has_cache():
        return
    from wagtail.contrib.frontend_cache.utils import PurgeBatch  # noqa: PLC0415

    found = list(pages)

    def purge() -> None:
        batch = PurgeBatch()
        batch.add_pages(found)
        batch.purge()

    transaction.on_commit(purge)


def purge_addresses_after_commit(addresses: Callable[[], Iterable[str]]) -> None:
    """The same for full addresses of what is no page of its own: a profile, a file.

    `addresses` is called at once, and not at all where there is no cache to purge.
    """
    if not _has_cache():
        return
    from wagtail.contrib.frontend_cache.utils import PurgeBatch  # noqa: PLC0415

    found = list(addresses())

    def purge() -> None:
        PurgeBatch(found).purge()

    transaction.on_commit(purge)


def _has_cache() -> bool:
    """Whether `wagtail.contrib.frontend_cache` is installed and has been told of a cache."""
    if not apps.is_installed("wagtail.contrib.frontend_cache"):
        return False
    # Optional app: its module reads settings that only exist where it is installed.
    from wagtail.contrib.frontend_cache.utils import get_backends  # noqa: PLC0415

    return bool(get_backends())
