"""A charter as a reader meets it: one version of its text, in the language of the page."""

import datetime as dt
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from django.db.models import prefetch_related_objects
from django.http import Http404, HttpRequest

from wagtail_prcouncil.charters import texts
from wagtail_prcouncil.charters.models.charter import Charter
from wagtail_prcouncil.charters.models.version import CharterVersion
from wagtail_prcouncil.charters.public.changes import Changes
from wagtail_prcouncil.charters.public.languages import language_of
from wagtail_prcouncil.charters.public.linked import Linked, LinkedPages, title_told
from wagtail_prcouncil.charters.public.provisions import Provisions
from wagtail_prcouncil.charters.public.reviews import Reviews
from wagtail_prcouncil.charters.public.signatures import Signatures
from wagtail_prcouncil.charters.public.standings import TONES
from wagtail_prcouncil.charters.states import Standing
from wagtail_prcouncil.pages.privacy import is_open
from wagtail_prcouncil.ui.face import face_of
from wagtail_prcouncil.ui.languages import PageLanguage

if TYPE_CHECKING:
    from wagtail_prcouncil.charters.models import CharterPage, Unveiling

LINKED = ("council__locale", "page__locale")


class Picture(NamedTuple):
    """As a gallery shows it (components/gallery.html)."""

    image: Any
    alt: str
    caption: str


class Reading:
    """The version that is read on a page: the one in force, else the last that was adopted, else
    the draft that the page itself holds. Reads each of its parts once, when a template asks.

    Whoever previews the page reads its draft.
    """

    def __init__(
        self,
        page: "CharterPage",
        charter: Charter,
        version: CharterVersion | None,
        request: HttpRequest | None = None,
    ) -> None:
        self.page, self.charter, self.version = page, charter, version
        self.request = request

    @classmethod
    def of(cls, page: "CharterPage", request: HttpRequest) -> Self:
        """Raises Http404 for a page without facts, and for one whose original is kept from readers
        while it is not itself (rule A18)."""
        charter = Charter.objects.of_page(page).select_related(*LINKED).first()
        if getattr(request, "is_preview", False):
            return cls(page, charter or Charter(page=page, key=page.translation_key), None, request)
        if charter is None:
            raise Http404("No charter hangs on this page.")
        if is_open(page) and not is_open(charter.page):
            raise Http404("This charter is kept from readers.")
        found = cls(page, charter, None, request)
        found.version = found.default
        return found

    @cached_property
    def language(self) -> PageLanguage:
        """That of the page, whose surroundings bring its locale along."""
        return face_of(self.page, self.request).language

    def of_version(self, number: int) -> Self:
        """The same charter in another version. Raises Http404 where it was never adopted."""
        wanted = next((row for row in self.versions if row.number == number), None)
        if wanted is None:
            raise Http404("There is no such version.")
        return self._beside(wanted)

    def on(self, day: dt.date) -> Self | None:
        """What was in force on a day; None where nothing was."""
        wanted = next(
            (row for row in self.versions if row.standing_on(day) == Standing.IN_FORCE), None
        )
        return self._beside(wanted) if wanted else None

    def _beside(self, version: CharterVersion) -> Self:
        made = type(self)(self.page, self.charter, version, self.request)
        made.__dict__["versions"] = self.versions
        return made

    @cached_property
    def versions(self) -> list[CharterVersion]:
        """All that were ever adopted, the latest first, without their texts. None in a preview."""
        if self.charter.pk is None or getattr(self.request, "is_preview", False):
            return []
        rows = self.charter.versions.adopted().without_texts().latest_first()
        found = list(rows.select_related("unveiling__occasion", "adopted_in"))
        for row in found:
            row.charter = self.charter
        return found

    @property
    def in_force(self) -> CharterVersion | None:
        """The version that holds today in Tehran."""
        return next((row for row in self.versions if row.standing == Standing.IN_FORCE), None)

    @property
    def default(self) -> CharterVersion | None:
        """The version that the charter's own address shows: the one in force, else the last."""
        return self.in_force or next(iter(self.versions), None)

    @property
    def is_default(self) -> bool:
        return self.version == self.default

    @property
    def path(self) -> str:
        """What follows the charter's address in that of this version."""
        if self.is_default or self.version is None:
            return ""
        return f"versions/{self.version.number}/"

    @property
    def standing(self) -> Standing:
        return self.version.standing if self.version else Standing.DRAFT

    @property
    def tone(self) -> str:
        return TONES[self.standing]

    @cached_property
    def text(self) -> Mapping[str, Any]:
        """In the page's language, else in the one that decides; a draft is the page's own."""
        frozen = self.version.text_in(self.language.code) if self.version else None
        return frozen or texts.words_of(self.page, with_digests=False)

    @property
    def title(self) -> str:
        return str(self.text["title"])

    @cached_property
    def text_language(self) -> PageLanguage:
        """In which the words were frozen; the page need not be in it."""
        code = self.text.get("language", self.language.code)
        return self.language if code == self.language.code else language_of(code)

    @property
    def own_language(self) -> PageLanguage | None:
        """The same, where the page is in another."""
        return None if self.text_language.code == self.language.code else self.text_language

    @property
    def authoritative(self) -> PageLanguage:
        """The language that decides where several differ."""
        decided = self.version.authoritative if self.version else ""
        return language_of(decided or self.charter.authoritative or self.language.code)

    @property
    def is_authoritative(self) -> bool:
        """Whether the text that is read is the one that decides."""
        return self.text_language.code == self.authoritative.code

    @property
    def has_translations(self) -> bool:
        return self.version is not None and len(self.version.digests) > 1

    @property
    def digest(self) -> str:
        """SHA-256 of the text that is read, in hexadecimal; empty for a draft."""
        return self.version.digests.get(self.text_language.code, "") if self.version else ""

    @cached_property
    def clauses(self) -> tuple[texts.Clause, ...]:
        return texts.clauses_of(self.text)

    @cached_property
    def provisions(self) -> Provisions:
        """The text as it is printed."""
        return Provisions(self.text, self.clauses, self.text_language)

    @cached_property
    def changes(self) -> Changes | None:
        """Since the version before; None where there is none."""
        if self.version is None:
            return None
        number = self.version.number
        before = next((row for row in self.versions if row.number < number), None)
        return Changes(before, self.version, self.language) if before else None

    @cached_property
    def signatures(self) -> Signatures | None:
        """None of a draft."""
        if self.version is None:
            return None
        return Signatures(self.version, [page.pk for page in self._councils], self.language)

    @cached_property
    def reviews(self) -> Reviews:
        return Reviews(self.charter, self.clauses if self.version else ())

    @property
    def unveiling(self) -> "Unveiling | None":
        return getattr(self.version, "unveiling", None)

    @property
    def place(self) -> str:
        """Where it was unveiled."""
        return self.unveiling.place_in(self.language.code) if self.unveiling else ""

    @property
    def unveiling_note(self) -> str:
        return self.unveiling.note_in(self.language.code) if self.unveiling else ""

    @cached_property
    def _linked(self) -> LinkedPages:
        """Councils, the meeting in which it was adopted, the occasion of its unveiling."""
        version, unveiling = self.version, self.unveiling
        named = [
            *self._councils,
            version.adopted_in if version else None,
            unveiling.occasion if unveiling else None,
        ]
        return LinkedPages([page for page in named if page], self.page, self.request)

    @cached_property
    def _councils(self) -> list[Any]:
        if self.charter.pk is None:
            return []
        partners = self.charter.partners.select_related("council").order_by("pk")
        return [self.charter.council, *(row.council for row in partners)]

    @property
    def councils(self) -> list[Linked]:
        """The one that keeps it first, then those that share it; those that readers may see."""
        found = (self._linked.get(page.pk) for page in self._councils)
        return [council for council in found if council]

    @property
    def meeting(self) -> Linked | None:
        """In which it was adopted, where that has a page for readers."""
        return self._linked.get(self.version.adopted_in_id) if self.version else None

    @property
    def meeting_title(self) -> str:
        """What it was called, where it has no page for readers any more."""
        version = self.version
        return (
            title_told(version.adopted_in_title, version.adopted_in, self.page) if version else ""
        )

    @property
    def occasion(self) -> Linked | None:
        """On which it was unveiled, where that has a page for readers."""
        return self._linked.get(self.unveiling.occasion_id) if self.unveiling else None

    @property
    def occasion_title(self) -> str:
        """What it was called, where it has no page for readers any more."""
        told = self.unveiling
        return title_told(told.occasion_title, told.occasion, self.page) if told else ""

    @cached_property
    def pictures(self) -> list[Picture]:
        """Of the unveiling, with their files."""
        rows = list(self.page.gallery.select_related("image"))
        prefetch_related_objects([row.image for row in rows], "renditions")
        return [Picture(row.image, row.image.default_alt_text, row.caption) for row in rows]
