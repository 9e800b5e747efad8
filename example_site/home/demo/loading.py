"""Turning the demo's files into pages: in two languages, published, with pictures and codes.

Idempotent: what exists already stays as an editor left it.
"""

from collections.abc import Iterator
from typing import TypeVar

from wagtail.models import Locale, Page, Site

from home.demo.agencies import load_register
from home.demo.body import stream
from home.demo.library import Library
from home.demo.reading import DemoNews, DemoSite, Place, Words, read_news
from home.models import HomePage
from wagtail_prcouncil.charters.models import CharterIndexPage
from wagtail_prcouncil.councils.models import CouncilIndexPage
from wagtail_prcouncil.directory.models import AgencyIndexPage, Province
from wagtail_prcouncil.meetings.models import MeetingIndexPage
from wagtail_prcouncil.news.models import NewsIndexPage, NewsPage, SectionPage

FACTS = ("agency", "province", "quoted_agency", "quoted_url")
Gathering = TypeVar(
    "Gathering",
    AgencyIndexPage,
    CharterIndexPage,
    CouncilIndexPage,
    MeetingIndexPage,
    NewsIndexPage,
    SectionPage,
)


class Tree:
    """The demo's pages around the news: the Persian home, indexes and sections by key; and the
    register, agencies and provinces by code."""

    def __init__(self, demo: DemoSite) -> None:
        self.fa = Locale.objects.get_or_create(language_code="fa")[0]
        self.en = Locale.objects.get_or_create(language_code="en")[0]
        self.home = self._home(demo.home)
        self.indexes = {
            key: self.place(NewsIndexPage, self.home, place) for key, place in demo.indexes.items()
        }
        self.sections = {
            key: self.place(SectionPage, self.indexes["ministry"], place)
            for key, place in demo.sections.items()
        }
        self.library = Library({"register": self.place(AgencyIndexPage, self.home, demo.register)})
        self.agencies = load_register()
        self.provinces = {province.code: province for province in Province.objects.all()}

    def _home(self, place: Place) -> HomePage:
        home = HomePage.objects.filter(locale=self.fa).first()
        if home is None:
            root = Page.objects.get(depth=1)
            home = HomePage(title=place.title, intro=place.intro, slug="home-fa", locale=self.fa)
            root.add_child(instance=home)
            english = HomePage(title=place.title_en, intro=place.intro_en, slug="home-en")
            translate(home, english, self.en, root)
        site = Site.objects.filter(is_default_site=True).first()
        if site is None:
            Site.objects.create(
                hostname="localhost", root_page=home, site_name=place.title, is_default_site=True
            )
        elif not HomePage.objects.filter(pk=site.root_page_id).exists():
            # Wagtail's own welcome page, made by its first migration.
            welcome, site.root_page, site.site_name = site.root_page, home, place.title
            site.save()
            welcome.delete()
        return home

    def place(self, kind: type[Gathering], parent: Page, place: Place) -> Gathering:
        """The page that gathers others, in both languages; made where it is missing."""
        known = kind.objects.child_of(parent).filter(slug=place.slug).first()
        if known is not None:
            return known
        words = {"slug": place.slug, "show_in_menus": True}
        page = kind(title=place.title, intro=place.intro, locale=self.fa, **words)
        parent.add_child(instance=page)
        english = kind(title=place.title_en, intro=place.intro_en, **words)
        translate(page, english, self.en, parent.get_translation(self.en))
        return page


def load_news(tree: Tree) -> Iterator[DemoNews]:
    """Publish the written items, oldest first, so that codes rise with time; yields each."""
    for item in reversed(read_news()):
        page = _persian(item, tree)
        if item.english and not page.has_translation(tree.en):
            _english(item.english, page, tree)
        yield item


def _persian(item: DemoNews, tree: Tree) -> NewsPage:
    index = tree.indexes[item.index]
    known = NewsPage.objects.child_of(index).filter(published_at=item.published_at).first()
    if known is not None:
        return known
    page = NewsPage(
        **_words(item.persian, tree),
        **facts(item, tree),
        section=tree.sections[item.section],
        published_at=item.published_at,
        hero_image=tree.library.picture(item.picture) if item.picture else None,
        live=False,
        locale=tree.fa,
    )
    index.add_child(instance=page)
    page.tags.add(*item.tags)
    page.save_revision().publish()
    return page


def _english(words: Words, page: NewsPage, tree: Tree) -> None:
    english = NewsPage(
        **_words(words, tree),
        section=page.section.get_translation(tree.en),
        **{name: getattr(page, name) for name in FACTS},
        published_at=page.published_at,
        hero_image=page.hero_image,
        live=False,
    )
    index = page.get_parent().specific.get_translation(tree.en)
    translate(page, english, tree.en, index)
    english.save_revision().publish()


def facts(item: DemoNews, tree: Tree) -> dict[str, object]:
    """What has no language, as fields of a news item."""
    return {
        "agency": tree.agencies.get(item.agency),
        "province": tree.provinces.get(item.province),
        "quoted_agency": tree.agencies.get(item.quoted_agency),
        "quoted_url": item.quoted_url,
    }


def _words(words: Words, tree: Tree) -> dict[str, object]:
    names = (
        "title",
        "kicker",
        "deck",
        "lead",
        "slug",
        "agency_name",
        "source_outlet",
        "quoted_source",
        "dateline_place",
        "end_mark",
        "hero_alt",
        "hero_caption",
        "hero_credit",
    )
    return {name: getattr(words, name) for name in names} | {
        "body": stream(words.body, tree.library)
    }


def translate(page: Page, translation: Page, locale: Locale, parent: Page) -> None:
    """Add it below its parent, as what says the same in that language."""
    translation.locale, translation.translation_key = locale, page.translation_key
    parent.add_child(instance=translation)
