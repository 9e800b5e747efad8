"""A clause is cited: rich text keeps the charter's key and the clause's anchor, neither of which
ever changes, and readers are led to where the clause stands now, in their language.

Stored as `<a linktype="charter-clause" charter="<key>" anchor="art_3">`.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple
from uuid import UUID

from django.utils.html import escape
from django.utils.translation import get_language
from wagtail.models import Page
from wagtail.rich_text import LinkHandler

from wagtail_prcouncil.charters import texts
from wagtail_prcouncil.charters.models import Charter, CharterPage, CharterVersion
from wagtail_prcouncil.charters.public.held import chosen
from wagtail_prcouncil.pages.originals import default_language

LINK_TYPE = "charter-clause"


class Citation(NamedTuple):
    """Of which charter, by its key, and which of its clauses."""

    charter: UUID
    anchor: str


def citation_in(attrs: Mapping[str, Any]) -> Citation | None:
    """What the attributes of a link say; None where they say nothing."""
    try:
        return Citation(UUID(str(attrs.get("charter"))), str(attrs["anchor"]))
    except (KeyError, ValueError):
        return None


def addresses(cited: Sequence[Citation]) -> dict[Citation, str]:
    """Where readers find each clause: in the version that they meet, else in the last that has it.
    Clauses that stand nowhere, and those of charters that are kept from readers, are left out.
    Three queries, however many there are.
    """
    keys = {one.charter for one in cited}
    if not keys:
        return {}
    pages = _pages(keys)
    versions: dict[UUID, list[CharterVersion]] = defaultdict(list)
    adopted = CharterVersion.objects.adopted().filter(charter__key__in=pages)
    for row in adopted.select_related("charter").order_by("number"):
        versions[row.charter.key].append(row)
    found = {}
    for one in {one for one in cited if one.charter in pages}:
        place = _place(pages[one.charter], versions[one.charter], one.anchor)
        if place is not None:
            found[one] = f"{pages[one.charter].url or ''}{place}#{one.anchor}"
    return found


class ClauseLinkHandler(LinkHandler):
    """Wagtail's way from what is stored to what readers get."""

    identifier = LINK_TYPE

    @staticmethod
    def get_model() -> type[CharterPage]:
        return CharterPage

    @classmethod
    def expand_db_attributes(cls, attrs: dict[str, Any]) -> str:
        return cls.expand_db_attributes_many([attrs])[0]

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, Any]]) -> list[str]:
        """A link that leads nowhere is no link: its words stay."""
        cited = [citation_in(attrs) for attrs in attrs_list]
        known = addresses([one for one in cited if one])
        urls = [known.get(one, "") if one else "" for one in cited]
        return [f'<a href="{escape(url)}">' if url else "<a>" for url in urls]

    @classmethod
    def extract_references(cls, attrs: dict[str, Any]) -> Iterator[tuple[Any, str, str, str]]:
        """For “used in”, on the charter's page."""
        one = citation_in(attrs)
        charter = Charter.objects.filter(key=one.charter).first() if one else None
        if charter is not None:
            yield Page, str(charter.page_id), "", ""


def _pages(keys: set[UUID]) -> dict[UUID, CharterPage]:
    """By key: the page in the reader's language, else in the site's, else the oldest."""
    shown = Charter.objects.readable().filter(key__in=keys).values("key")
    rows = CharterPage.objects.open().filter(translation_key__in=shown, alias_of=None)
    wanted = [get_language() or "", default_language()]
    found: dict[UUID, CharterPage] = {}
    for page in rows.select_related("locale").order_by("-pk"):
        known = found.get(page.translation_key)
        if known is None or _rank(page, wanted) <= _rank(known, wanted):
            found[page.translation_key] = page
    return found


def _rank(page: CharterPage, wanted: list[str]) -> int:
    code = page.locale.language_code
    return wanted.index(code) if code in wanted else len(wanted)


def _place(page: CharterPage, versions: list[CharterVersion], anchor: str) -> str | None:
    """What follows the charter's address; None where no text has the clause."""
    language = page.locale.language_code
    if not versions:
        words = texts.words_of(page, with_digests=False)
        return "" if anchor in texts.anchors_of(words) else None
    met = next(iter(chosen(versions).values()))
    for row in (met, *reversed(versions)):
        text = row.text_in(language)
        if text is not None and anchor in texts.anchors_of(text):
            return "" if row == met else f"versions/{row.number}/"
    return None
