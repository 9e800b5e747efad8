"""What a page shows below its own address: one agency of a register, one month of a calendar.

Such a thing is no page, yet search engines, breadcrumbs and the language switch must lead to it.
"""

from typing import NamedTuple

from wagtail.models import Page


class Shown(NamedTuple):
    """`path` follows the page's own address ("roads-qazvin/") and is the same in all languages;
    it is empty where the page shows itself."""

    title: str
    path: str = ""


def shown_by(page: Page) -> Shown:
    """What a page shows just now; a page of a foreign type shows itself."""
    own = getattr(page, "shown", None)
    return own() if own else Shown(page.title)
