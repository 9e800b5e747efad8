"""What readers, lists, caches and search engines get of a charter's page: what was adopted."""

from typing import TYPE_CHECKING, Any, ClassVar

from django.http import HttpRequest
from wagtail.models import Page
from wagtail.search import index

from wagtail_prcouncil.charters import schema, texts
from wagtail_prcouncil.charters.models.version import CharterVersion
from wagtail_prcouncil.charters.public.held import held, held_one
from wagtail_prcouncil.charters.wording import words_of
from wagtail_prcouncil.pages.facets import Facets
from wagtail_prcouncil.pages.shown import Shown
from wagtail_prcouncil.ui.teasers import Teaser

if TYPE_CHECKING:
    from wagtail_prcouncil.charters.public.reading import Reading

CHARTER_FIELDS: list[index.BaseField] = [
    index.SearchField("summary"),
    index.SearchField("words_in_force"),
]
"""What search knows of it besides what it knows of every page."""


class ReadCharterMixin:
    """Readers never see a draft once a version was adopted: neither do lists, search or machines.

    A view sets `reading`, and `part` where it shows something below the page's address.
    """

    part: Shown | None = None
    reading: "Reading | None" = None
    title: Any
    summary: Any
    picture: Any
    locale: Any
    alias_of: Any
    translation_key: Any
    search_description: str
    get_url: ClassVar[Any]
    council_above: ClassVar[Any]

    def shown(self) -> Shown:
        """The charter as it was adopted, or the part of it that a view shows below its address."""
        if self.part is not None:
            return self.part
        return Shown(self.reading.title if self.reading else self.title)

    def structured_data(self, request: HttpRequest) -> dict[str, Any] | None:
        """schema.org `DigitalDocument` of the text, where that is what is shown."""
        reading = self.reading
        if reading is None or (self.part is not None and self.part.path != reading.path):
            return None
        return schema.digital_document(reading, request)

    def original(self) -> Page:
        """The page of this charter that its facts hang on (rule A18)."""
        if self.reading is not None and self.reading.charter.pk is not None:
            return self.reading.charter.page
        home: Page = super().original()
        return home

    def facets(self) -> Facets:
        """Filed under the council that keeps it."""
        if self.reading is not None and self.reading.charter.pk is not None:
            return Facets(council_ids=(self.reading.charter.council_id,))
        council = self.council_above()
        return Facets(council_ids=(council.pk,) if council else ())

    def teaser(self, request: HttpRequest | None) -> Teaser:
        text = self.summary or self.search_description
        page = self if isinstance(self, Page) else None
        url = self.get_url(request) or ""
        return Teaser(self.adopted_title, url, text=text, image=self.picture, page=page)

    @property
    def adopted_title(self) -> str:
        """By which lists name it: that of the text that readers meet, its own before one was
        adopted. One query."""
        if self.reading is not None:
            return self.reading.title
        language = self.locale.language_code
        rows = held(language, charter__key=self.charter_key).values()
        return next((row.said for row in rows if row.said), self.title)

    @property
    def title_for_readers(self) -> str:
        """On the way to what lies below its address, too."""
        return self.adopted_title

    @property
    def charter_key(self) -> Any:
        """What all pages of the charter share; an alias has that of its source."""
        return (self.alias_of or self).translation_key

    def words_in_force(self) -> str:
        """For search: the adopted text that readers meet, never a draft's. Empty before one was
        adopted."""
        version = held_one(self.charter_key)
        text = version.text_in(self.locale.language_code) if version else None
        if text is None:
            return ""
        clauses = texts.every_clause(text)
        rich = [text["preamble"], *(part for one in clauses for part in (one.text, one.note))]
        rich += [row["text"] for row in text["appendices"]]
        names = [one.name() for one in clauses]
        names += [row["title"] for row in (*text["appendices"], *text["references"])]
        return "\n".join([text["title"], text["scope"], *names, *map(words_of, rich)])

    def get_cached_paths(self) -> list[str]:
        """What caches in front of the site may hold of it for long. Comparisons, certificates and
        the texts of days are theirs for a short while only."""
        versions = CharterVersion.objects.adopted().filter(charter__key=self.charter_key)
        below = [
            path
            for number in versions.values_list("number", flat=True)
            for path in _paths_of_version(number)
        ]
        printed = "/print/charter/"
        return ["/", "/signatures/", "/reviews/", "/on/", "/charter.json", printed, *below]


def _paths_of_version(number: int) -> tuple[str, ...]:
    below = f"/versions/{number}"
    return (f"{below}/", f"{below}/signatures/", f"{below}/print/")
