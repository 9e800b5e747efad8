"""What a page shows below its own address: one agency of a register, one month of a calendar.

Such a thing is no page, yet search engines, breadcrumbs and the language switch must lead to it.
"""

from typing import NamedTuple

from wagtail.models import Page


class Shown(NamedTuple):
    """`path` follows the page's own address ("roads-qazvin/"); it is empty where the page shows
    itself. It is the same in all languages, unless `only_here`: a month of a calendar that other
    languages do not use."""

    title: str
    path: str = ""
    only_here: bool = False


def name_of(page: Page) -> str:
    """By which links name a page: one whose readers meet another title than its row has says so by
    `title_for_readers`."""
    own: str | None = getattr(page, "title_for_readers", None)
    return page.title if own is None else own


def shown_by(page: Page) -> Shown:
    """What a page shows just now; a page of a foreign type shows itself."""
    own = getattr(page, "shown", None)
    return own() if own else Shown(page.title)
