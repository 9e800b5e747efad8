"""The first tab of the desk: the text, its versions, and what can be done to them."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.charters.admin.places import LISTING
from wagtail_prcouncil.charters.admin.reading import (
    TONES,
    carried_as_read,
    draft_among,
    number_as_read,
    pages_of,
    time_in_force,
)
from wagtail_prcouncil.charters.admin.tabs import CharterTab
from wagtail_prcouncil.charters.models import CharterVersion
from wagtail_prcouncil.charters.texts import every_clause, words_of
from wagtail_prcouncil.charters.transitions import Verb
from wagtail_prcouncil.councils.admin.asking import Fact
from wagtail_prcouncil.councils.admin.reading import day_as_read
from wagtail_prcouncil.pages.numerals import in_numerals
from wagtail_prcouncil.persian.jalali import in_tehran
from wagtail_prcouncil.ui.languages import language_name


class WrittenIn(NamedTuple):
    """A page in which the text is written: its language, the editor's address, how many clauses
    its latest draft has."""

    language: str
    url: str
    clauses: str
    decides: bool


class VersionShown(NamedTuple):
    """A version in words; `digests` are pairs of a language and a SHA-256. `url` is where readers
    find it, `compare_url` what changed in it; either may be empty."""

    name: str
    standing: str
    tone: str
    facts: list[Fact]
    digests: list[tuple[str, str]]
    url: str
    compare_url: str


class TextTab(CharterTab):
    """Pages in which the text is written, and what was adopted."""

    slug = "text"
    verbs = (Verb.BEGIN, Verb.ADOPT, Verb.DISCARD, Verb.REPEAL)
    template_name = "prcouncil_charters/admin/text.html"
    page_title = _("Text and versions")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        adopted = [row for row in self.versions if row.is_frozen]
        draft = draft_among(self.versions)
        page = self.charter.page
        base = page.get_url(self.request) if page.live else None
        return super().get_context_data(**kwargs) | {
            "written_in": list(self._written_in()),
            "draft": draft,
            "draft_name": number_as_read(draft) if draft else "",
            "begun_on": day_as_read(in_tehran(draft.begun_at).date()) if draft else "",
            "compare_url": self._compare_url(draft, adopted) if draft else "",
            "adopted": [
                shown(row, base or "", self._compare_url(row, adopted[place:]))
                for place, row in enumerate(adopted, 1)
            ],
        }

    def _compare_url(self, version: CharterVersion, earlier: Sequence[CharterVersion]) -> str:
        """With the first of the earlier ones; empty where there is none."""
        if not earlier:
            return ""
        query = urlencode({"before": earlier[0].number, "after": version.number})
        return f"{LISTING.place('compare', self.charter.pk)}?{query}"

    def _written_in(self) -> Iterator[WrittenIn]:
        for page in pages_of(self.charter):
            latest = page.get_latest_revision_as_object()
            clauses = every_clause(words_of(latest, with_digests=False))
            yield WrittenIn(
                language_name(page.locale.language_code),
                reverse("wagtailadmin_pages:edit", args=[page.pk]),
                in_numerals(len(clauses)),
                page.locale.language_code == self.charter.authoritative,
            )


def shown(version: CharterVersion, base: str, compare_url: str) -> VersionShown:
    """What the list of versions says of one that was adopted. `base` is the address of the page,
    empty where it is not live."""
    return VersionShown(
        number_as_read(version),
        str(version.standing.label),
        TONES[version.standing],
        list(version_facts(version)),
        [(language_name(code), digest) for code, digest in sorted(version.digests.items())],
        f"{base}versions/{version.number}/" if base else "",
        compare_url,
    )


def version_facts(version: CharterVersion) -> Iterator[Fact]:
    """When, where and how it was adopted, when it holds, and why no longer."""
    yield Fact(_("Adopted"), day_as_read(version.adopted_on), carried_as_read(version))
    if version.adopted_in_title:
        yield Fact(_("Adopted in"), version.adopted_in_title)
    yield Fact(_("In force"), time_in_force(version))
    if version.repeal_reason:
        yield Fact(_("Why it was repealed"), version.repeal_reason)
