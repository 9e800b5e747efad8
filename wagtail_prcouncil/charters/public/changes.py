"""What has changed from one adopted version to another, as readers see it."""

from functools import cached_property

from wagtail_prcouncil.charters.comparing import ClauseChange, Comparison, compare
from wagtail_prcouncil.charters.models.version import CharterVersion
from wagtail_prcouncil.charters.public.languages import language_of
from wagtail_prcouncil.charters.states import Change
from wagtail_prcouncil.ui.keeping import Parts
from wagtail_prcouncil.ui.languages import PageLanguage

FIRST = 6
"""Changes that stand on the charter's page; all of them have an address of their own."""
TONES = {
    Change.ADDED: "good",
    Change.REMOVED: "bad",
    Change.CHANGED: "wait",
    Change.RELABELLED: "link",
    Change.MOVED: "link",
}
"""See components/status.html."""


class Changes:
    """From `before` to `after`, in the reader's language where both have it, else in one that
    decided, the later first, or in another that both have. Kept under the digests of both texts,
    which never change."""

    def __init__(
        self, before: CharterVersion, after: CharterVersion, language: PageLanguage
    ) -> None:
        self.before, self.after = before, after
        shared = [code for code in sorted(after.digests) if code in before.digests]
        wanted = (language.code, after.authoritative, before.authoritative, *shared)
        self.language = next((code for code in wanted if code in shared), after.authoritative)
        self._page_language = language

    @cached_property
    def comparison(self) -> Comparison:
        """The texts are read where the comparison is not known."""
        digests = (self.before.digests, self.after.digests)
        known = Parts("prcouncil_charters.changes", (digests, self.language))
        return known.part("comparison", self._compared)

    def _compared(self) -> Comparison:
        before, after = (row.text_in(self.language) for row in (self.before, self.after))
        return compare(before or {}, after or {})

    @property
    def own_language(self) -> PageLanguage | None:
        """That of the texts, where the page is in another."""
        return None if self.language == self._page_language.code else language_of(self.language)

    @property
    def path(self) -> str:
        return f"compare/{self.before.number}/{self.after.number}/"

    @property
    def first(self) -> tuple[ClauseChange, ...]:
        """A few, for the charter's own page."""
        return self.comparison.clauses[:FIRST]

    @property
    def has_more(self) -> bool:
        found = self.comparison
        others = found.words or found.appendices or found.references
        return bool(len(found.clauses) > FIRST or others)
