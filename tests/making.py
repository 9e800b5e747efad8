"""Small sites for tests: Persian and English, with a news index and sections."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.conf import settings
from django.test import override_settings
from wagtail.models import Locale, Page, Site

from tests.staging import staged
from wagtail_prcouncil.pages import privacy

if TYPE_CHECKING or not apps.is_installed("tests.alone"):
    from home.models import HomePage

    from wagtail_prcouncil.news.models import NewsIndexPage, NewsPage, SectionPage
else:
    from tests.alone.models import HomePage, NewsIndexPage, NewsPage, SectionPage

_numbers = count(1)


def chosen(**keys: Any) -> override_settings:
    """What the site chooses, and these of our settings instead."""
    return override_settings(WAGTAIL_PRCOUNCIL=settings.WAGTAIL_PRCOUNCIL | keys)


@dataclass
class SmallSite:
    """Home, news index and one section in Persian, with their English translations."""

    fa: Locale
    en: Locale
    home: HomePage
    home_en: HomePage
    index: NewsIndexPage
    index_en: NewsIndexPage
    section: SectionPage
    section_en: SectionPage
    site: Site


def small_site() -> SmallSite:
    """The pages a test starts from, live, in place of Wagtail's welcome page. A test with a fixture
    `site` finds them in its database (tests/database.py).
    """
    return _found_site() or _made_site()


def _found_site() -> SmallSite | None:
    """The one whose pages are in the database."""
    homes, indexes, sections = (
        kind.objects.select_related("locale").order_by("pk")
        for kind in (HomePage, NewsIndexPage, SectionPage)
    )
    site = Site.objects.filter(root_page__slug="home-fa").first()
    if site is None:
        return None
    (home, home_en), (index, index_en), (section, section_en) = homes, indexes, sections
    fa, en = home.locale, home_en.locale
    return SmallSite(fa, en, home, home_en, index, index_en, section, section_en, site)


def _made_site() -> SmallSite:
    fa = Locale.objects.get_or_create(language_code="fa")[0]
    en = Locale.objects.get_or_create(language_code="en")[0]
    root = Page.objects.get(depth=1)
    Site.objects.all().delete()
    for page in root.get_children():
        page.delete()
    root.refresh_from_db()
    home = root.add_child(instance=HomePage(title="وزارت نمونه", slug="home-fa", locale=fa))
    home_en = translated(home, root, en, title="Ministry of Example", slug="home-en")
    site = Site.objects.create(
        hostname="localhost", root_page=home, is_default_site=True, site_name="وزارت نمونه"
    )
    index = home.add_child(
        instance=NewsIndexPage(title="خبرها", slug="news", locale=fa, show_in_menus=True)
    )
    index_en = translated(index, home_en, en, title="News", slug="news", show_in_menus=True)
    section = index.add_child(
        instance=SectionPage(title="استان‌ها", slug="provinces", locale=fa, show_in_menus=True)
    )
    section_en = translated(
        section, index_en, en, title="Provinces", slug="provinces", show_in_menus=True
    )
    return SmallSite(fa, en, home, home_en, index, index_en, section, section_en, site)


@staged
def translated(page: Page, parent: Page, locale: Locale, **words: Any) -> Any:
    """A translation of `page` with other words, saved below `parent`."""
    translation = type(page)(locale=locale, translation_key=page.translation_key, **words)
    return parent.add_child(instance=translation)


@staged
def below(parent: Page, kind: type[Page], **words: Any) -> Any:
    """An unpublished page below `parent`, which is read anew: in memory it does not know of
    children added meanwhile."""
    page = kind(locale=parent.locale, live=False, show_in_menus=True, **words)
    return type(parent).objects.get(pk=parent.pk).add_child(instance=page)


@staged
def draft_news(site: SmallSite, *, english_of: NewsPage | None = None, **fields: Any) -> NewsPage:
    """An unpublished news item; `english_of` makes it the English translation of another."""
    words = {
        "title": f"خبر شمارهٔ {next(_numbers)}",
        "lead": "چکیدهٔ خبر در یک جمله.",
        "body": [("paragraph", "<p>متن خبر.</p>")],
        "section": site.section,
        "live": False,
        "locale": site.en if english_of else site.fa,
    }
    if english_of:
        words["translation_key"] = english_of.translation_key
    index = site.index_en if english_of else site.index
    # From the database: a parent in memory does not know of children added meanwhile.
    parent = NewsIndexPage.objects.get(pk=index.pk)
    return parent.add_child(instance=NewsPage(**(words | fields)))


@staged
def live_news(site: SmallSite, **fields: Any) -> NewsPage:
    """A published news item, as the database has it."""
    page = draft_news(site, **fields)
    page.save_revision().publish()
    return NewsPage.objects.get(pk=page.pk)


def news_at(site: SmallSite, published_at: dt.datetime, **fields: Any) -> NewsPage:
    """A published item with a publication time of its own, as an import brings it."""
    return live_news(site, published_at=published_at, **fields)


@contextmanager
def reading() -> Iterator[None]:
    """Within one GET, which has asked already what is private."""
    privacy._begin(environ={"REQUEST_METHOD": "GET"})
    try:
        privacy.private_pages()
        yield
    finally:
        privacy._end()
