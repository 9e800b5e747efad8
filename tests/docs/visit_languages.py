"""Reads a site in both its languages, before and after it has news.

With "write about" a page is written first, with "read about" it is looked for where it is now.
"""

import sys
from typing import TYPE_CHECKING

import django

if TYPE_CHECKING:
    from wagtail.models import Page


def main(errand: str = "") -> None:
    django.setup()
    from wagtail.models import Site

    home = Site.objects.get(is_default_site=True).root_page.specific
    if errand == "write about":
        home.add_child(instance=type(home)(title="About us", slug="about"))
        return
    homes_speak_their_language()
    if errand == "read about":
        assert "About us" in read("/en/about/")
        read("/about/", status=404)
    news_appear_in_both(home)
    assert '<html lang="fa" dir="rtl">' in read("/nowhere/", status=404)
    assert '<html lang="en" dir="ltr">' in read("/en/nowhere/", status=404)


def homes_speak_their_language() -> None:
    persian, english = read("/"), read("/en/")
    assert '<html lang="fa" dir="rtl">' in persian
    assert '<html lang="en" dir="ltr">' in english
    assert 'href="/en/"' in persian, "the language switch"
    assert 'href="/"' in english


def news_appear_in_both(home: "Page") -> None:
    """An index and an item in each language: listed, at one code, found and in the sitemap."""
    from wagtail.models import Locale

    from wagtail_prcouncil.news.models import NewsIndexPage, NewsPage

    english = Locale.objects.get(language_code="en")
    index = home.add_child(instance=NewsIndexPage(title="خبرها", slug="news"))
    item = index.add_child(instance=NewsPage(title="گزارش‌های تازه", live=False))
    item.save_revision().publish()
    index_in_english = index.copy_for_translation(english)
    index_in_english.title, index_in_english.slug = "News", "news"
    index_in_english.save_revision().publish()
    item_in_english = item.copy_for_translation(english)
    item_in_english.title = "Fresh reports"
    item_in_english.save_revision().publish()

    [code] = set(NewsPage.objects.values_list("code", flat=True))
    for address in ("/news/", f"/n/{code}/", "/search/?q=گزارشهای تازه"):
        page = read(address)
        assert "گزارش‌های تازه" in page, address
        assert '<html lang="fa" dir="rtl">' in page, address
    for address in ("/en/news/", f"/en/n/{code}/", "/en/search/?q=fresh"):
        page = read(address)
        assert "Fresh reports" in page, address
        assert '<html lang="en" dir="ltr">' in page, address
    sitemap = read("/sitemap.xml")
    assert f"/news/{code}/" in sitemap
    assert f"/en/news/{code}/" in sitemap


def read(address: str, *, status: int = 200) -> str:
    """What an anonymous reader gets."""
    from django.test import Client

    response = Client().get(address, follow=True)
    assert response.status_code == status, (address, response.status_code)
    return response.content.decode()


if __name__ == "__main__":
    main(*sys.argv[1:])
