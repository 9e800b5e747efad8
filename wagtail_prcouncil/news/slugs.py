"""Slugs of news: headlines recur, so the stored one ends in a mark that readers do not see."""

import re
import secrets
from urllib.parse import quote

from django.core.exceptions import ValidationError
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Page

from wagtail_prcouncil.persian.slugs import slugify

ALPHABET = "0123456789abcdefghijkmnpqrstuvwxyz"
SHADOWED = _(
    "“%(slug)s” already stands in addresses below this page, for an archive, a tag or a news code. "
    "Choose another word."
)
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


def refuse_shadowed(slug: str, parent: Page | None) -> None:
    """Raises ValidationError where a page of this slug below `parent`, or a page below that, would
    never be found: its address is that of an archive, of a tag or of a news code."""
    above = parent.specific if parent is not None else None
    if isinstance(above, RoutablePageMixin) and slug:
        taken = any(_resolves(above, path) for path in (f"/{slug}/", f"/{slug}/x/"))
        if taken:
            raise ValidationError(SHADOWED, code="shadowed", params={"slug": slug})


def _resolves(page: RoutablePageMixin, path: str) -> bool:
    try:
        page.resolve_subpage(path)
    except Http404:
        return False
    return True
