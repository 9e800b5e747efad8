"""One news item as feeds tell of it, in plain values that every format writes down its own way."""

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple


class Key(NamedTuple):
    """What tells one state of an item from another, in columns that say which items a feed has:
    its times, and what its entry shows that changes without a publication."""

    pk: int
    published_at: dt.datetime
    modified_at: dt.datetime | None
    last_published_at: dt.datetime | None
    retracted_at: dt.datetime | None
    code: int | None
    url_path: str
    agency__name: str | None
    agency__name_en: str | None
    quoted_agency__name: str | None
    section__title: str | None

    @property
    def times(self) -> tuple[dt.datetime | None, ...]:
        return self.published_at, self.modified_at, self.last_published_at, self.retracted_at


@dataclass(frozen=True, slots=True)
class Picture:
    """An item's picture in one file; `length` is in bytes."""

    url: str
    media_type: str
    length: int
    width: int
    height: int
    alt: str
    credit: str


@dataclass(frozen=True, slots=True)
class Entry:
    """Addresses are absolute, times UTC; `summary` is plain text.

    `id` stays when headline, address or text change. `updated` is when readers were last told of a
    change. `source_url` is where a text that was republished word for word has its original, and
    `source` whose it is; both empty for one's own.
    """

    id: str
    url: str
    title: str
    summary: str
    html: str
    published: dt.datetime
    updated: dt.datetime
    author: str
    author_url: str
    categories: tuple[str, ...]
    picture: Picture | None
    source: str
    source_url: str
