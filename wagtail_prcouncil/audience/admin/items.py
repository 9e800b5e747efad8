"""What editors know an item by: headline, code, language and address."""

from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import Any, NamedTuple
from uuid import UUID

from wagtail.models import Page

from wagtail_prcouncil.audience.models import UsefulnessVote
from wagtail_prcouncil.exchange.tables import CHUNK
from wagtail_prcouncil.pages.facets import codes_of
from wagtail_prcouncil.pages.originals import rank


class Item(NamedTuple):
    """All but the code are of the item's original. `address` is whole; `code` is None where no
    feature gave it one."""

    title: str
    page_id: int
    language: str
    address: str
    code: int | None


def items_of(keys: Collection[UUID]) -> dict[UUID, Item]:
    """By the key that an item's translations share; deleted ones are left out. The number of
    queries grows by the thousand only."""
    left = iter(keys)
    found: dict[UUID, Item] = {}
    while some := list(islice(left, CHUNK)):
        found |= _items(some)
    return found


def with_items(votes: Iterable[UsefulnessVote]) -> Iterator[UsefulnessVote]:
    """The same votes with `about`: the Item that each is about, None where it is deleted."""
    left = iter(votes)
    while some := list(islice(left, CHUNK)):
        found = items_of({vote.item for vote in some})
        for vote in some:
            vote.about = found.get(vote.item)
            yield vote


def _items(keys: Collection[UUID]) -> dict[UUID, Item]:
    """The original comes last in the query, and stays."""
    pages = Page.objects.filter(translation_key__in=keys, alias_of=None)
    told = ("translation_key", "title", "pk", "locale__language_code")
    found = {row[0]: row for row in pages.order_by(rank().desc(), "-pk").values_list(*told)}
    codes = codes_of(keys)
    addresses = _addresses([page_id for _key, _title, page_id, _language in found.values()])
    return {
        key: Item(title, page_id, language, addresses.get(page_id, ""), codes.get(key))
        for key, title, page_id, language in found.values()
    }


def _addresses(page_ids: Collection[int]) -> dict[int, str]:
    """As the pages themselves say, whose type may say otherwise than the tree."""
    pages: Any = Page.objects.filter(pk__in=page_ids).order_by()
    pages = pages.specific().defer_streamfields().prefetch_related("locale")
    return {page.pk: page.full_url or "" for page in pages}
