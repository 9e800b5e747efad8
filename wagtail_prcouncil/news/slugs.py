"""Slugs of news: headlines recur, so the stored one ends in a mark that readers do not see."""

import re
import secrets
from urllib.parse import quote

from wagtail_prcouncil.persian.slugs import slugify

ALPHABET = "0123456789abcdefghijkmnpqrstuvwxyz"
_MARK = re.compile(rf"(?:^|-)_[{ALPHABET}]{{6}}$")


def stored_slug(title: str) -> str:
    """Words of the headline and a random mark: «گزارش-هفتگی-_k3m9xq».

    1.3 billion marks for each headline: unique among siblings without asking the database.
    """
    mark = "_" + "".join(secrets.choice(ALPHABET) for _ in range(6))
    words = slugify(title)
    return f"{words}-{mark}" if words else mark


def public_slug(slug: str) -> str:
    """The words that the address shows; the code before them makes it unique."""
    return _MARK.sub("", slug)


def path_below_index(code: int, slug: str) -> str:
    """`50421/گزارش-هفتگی/` as an address has it, percent-encoded."""
    words = public_slug(slug)
    return f"{code}/{quote(words)}/" if words else f"{code}/"
