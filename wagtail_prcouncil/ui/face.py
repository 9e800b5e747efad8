"""What the base template knows of the page it frames."""

from dataclasses import dataclass
from functools import cached_property

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language
from wagtail.models import Page, Site

from wagtail_prcouncil.pages.shown import shown_by
from wagtail_prcouncil.ui.brand.shown import Brand, brand_of
from wagtail_prcouncil.ui.editions import Edition
from wagtail_prcouncil.ui.frame import state_of
from wagtail_prcouncil.ui.keeping import Parts
from wagtail_prcouncil.ui.languages import PageLanguage, page_language
from wagtail_prcouncil.ui.menu import Menu, MenuEntry
from wagtail_prcouncil.ui.surroundings import Surroundings, surroundings_of
from wagtail_prcouncil.ui.trail import Step


@dataclass(frozen=True)
class Face:
    """The variable `prc` of every template that extends `prcouncil_ui/base.html`.

    Each property is read once and only if a template asks for it.
    """

    request: HttpRequest | None
    page: Page | None

    @cached_property
    def around(self) -> Surroundings:
        return surroundings_of(self.page, self.request) if self.request else Surroundings()

    @cached_property
    def language(self) -> PageLanguage:
        """The surroundings are asked for first: they bring the page's locale along."""
        _ = self.around
        return page_language(self.page)

    @cached_property
    def frame(self) -> Parts:
        """What is kept of the frame, shared with other pages that have the same one."""
        if self.request is None:
            return Parts("frame", None)
        return Parts(
            "frame",
            state_of(self.page, self.around, self.language, lambda: self.brand, self.request),
        )

    @cached_property
    def menu(self) -> Menu | None:
        """None where the site has no readable home in this language."""
        return self.frame.part("menu", self._menu)

    def _menu(self) -> Menu | None:
        home, pages = self.around.home, self.around.menu
        if home is None or self.request is None:
            return None
        entries = tuple(MenuEntry.of(page, self.request, here=self.page) for page in pages)
        return Menu(MenuEntry.of(home, self.request, here=self.page), entries)

    @cached_property
    def current_entry(self) -> MenuEntry | None:
        """The menu's entry that the page is or lies below."""
        entries = self.menu.entries if self.menu else ()
        return next((entry for entry in entries if entry.holds(self.page)), None)

    @cached_property
    def trail(self) -> tuple[Step, ...]:
        """The pages between the home and this one."""
        return self.frame.part("trail", self._trail)

    def _trail(self) -> tuple[Step, ...]:
        return tuple(Step.of(page, self.request) for page in self.around.ancestors)

    def step(self, page: Page) -> Step:
        """Another page as links need it: addressed once, however often this one links to it."""
        if page.pk not in self._steps:
            self._steps[page.pk] = Step.of(page, self.request)
        return self._steps[page.pk]

    @cached_property
    def _steps(self) -> dict[int, Step]:
        return {}

    @cached_property
    def editions(self) -> tuple[Edition, ...]:
        """The page, or the home, in the site's other languages."""
        return self.frame.part("editions", self._editions)

    def _editions(self) -> tuple[Edition, ...]:
        if self.request is None:
            return ()
        others = self.around.elsewhere
        return tuple(Edition.of(other, self.page, self.request) for other in others)

    @cached_property
    def translations(self) -> tuple[Edition, ...]:
        """The editions that are this page in other words, and no stand-ins."""
        return tuple(edition for edition in self.editions if edition.is_translation)

    @cached_property
    def brand(self) -> Brand:
        """What the ministry says of itself, in the page's language."""
        if self.request is None:
            return Brand()
        return brand_of(self.request, self.language, self.around.brand_version)

    @cached_property
    def site_name(self) -> str:
        """The brand's name in this language, else that of the home page, else of the Wagtail
        site."""
        return self.frame.part("site_name", self._site_name)

    def _site_name(self) -> str:
        if self.brand.name or self.menu:
            return self.brand.name or self.menu.home.title
        site = Site.find_for_request(self.request)
        return site.site_name if site else ""

    @cached_property
    def root_url(self) -> str:
        """Scheme and host before a path, where a full address is needed."""
        site = Site.find_for_request(self.request)
        return site.root_url if site else ""

    @cached_property
    def host(self) -> str:
        """The host alone, for addresses that are read rather than followed."""
        return self.root_url.partition("://")[2]

    @cached_property
    def canonical_url(self) -> str:
        """The address by which search engines know what is shown: an alias stands for its
        source."""
        if self.page is None:
            return ""
        source = self.page.alias_of.specific if self.page.alias_of_id else self.page
        address = source.get_full_url(self.request)
        return f"{address}{shown_by(self.page).path}" if address else ""

    @cached_property
    def search_url(self) -> str:
        """Empty on a site without the search page."""
        try:
            return reverse("prcouncil_search:results")
        except NoReverseMatch:
            return ""


def face_of(page: Page | None, request: HttpRequest | None) -> Face:
    """The face of `page` in this answer: made once, for the template and for what describes the
    page to machines. Where there is no page it is one of the active language."""
    if request is None:
        return Face(None, page)
    faces: list[tuple[str | None, Face]] = request.__dict__.setdefault("_prcouncil_faces", [])
    language = None if page else get_language()
    for known, face in faces:
        if face.page is page and known == language:
            return face
    made = Face(request, page)
    faces.append((language, made))
    return made
