"""How a page shows in lists, before a reader opens it."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from django.http import HttpRequest
from wagtail.images.models import AbstractImage
from wagtail.models import Page


@dataclass(frozen=True, slots=True)
class Teaser:
    """What the components of lists show: teaser, lead news, search result.

    `mark` is a state that readers must know before they open it: «پس‌گرفته‌شده».
    `by` is said after the date: an agency, a place. `text` may be long, components cut it. `by` and
    `image` may be functions, which templates call: a list that shows none then asks for none.
    `page` is there for a site's own component that shows more.
    """

    title: str
    url: str
    kicker: str = ""
    mark: str = ""
    text: str = ""
    date: dt.date | None = None
    by: str | Callable[[], str] = ""
    code: int | None = None
    image: AbstractImage | Callable[[], AbstractImage | None] | None = None
    alt: str = ""
    page: Page | None = None

    @classmethod
    def of(cls, page: Page, request: HttpRequest | None) -> "Teaser":
        """As the page's type has it; of other types, the title and what search engines are told."""
        if isinstance(page, HasTeaser):
            return page.teaser(request)
        url = page.get_url(request) or ""
        return cls(page.title, url, text=page.search_description, page=page)


@runtime_checkable
class HasTeaser(Protocol):
    """A page type that says what lists show of it."""

    def teaser(self, request: HttpRequest | None, /) -> Teaser: ...
