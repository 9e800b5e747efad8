"""Whose news a host shows, and all news of a language, where nothing else narrows them."""

from django.core.cache import cache
from wagtail.models import Locale, Page, Site

from wagtail_prcouncil.news import models
from wagtail_prcouncil.news.models.queryset import NewsQuerySet
from wagtail_prcouncil.ui.keeping import KEPT_FOR, digest_of


def news_in(locale: Locale | int) -> NewsQuerySet:
    """Readable in a language (or that of an id), each item once, in no order yet.

    The language is not said as equality: SQLite would answer that by the index on languages, of
    which a site has two, and sort half of all pages.
    """
    key = locale.pk if isinstance(locale, Locale) else locale
    here = models.NewsPage.objects.readable().exclude(locale__lt=key).exclude(locale__gt=key)
    return here.without_aliases()


def news_of_site(site: Site, locale: Locale) -> NewsQuerySet:
    """The published ones of a language below the site's home: what lies elsewhere in the tree has
    no address here, and may be prepared for another site."""
    news = news_in(locale).published()
    path = _home_path(site, locale)
    return news.filter(path__startswith=path) if path else news.none()


def _home_path(site: Site, locale: Locale) -> str:
    """Where in the tree the site's home of that language stands; empty where it has none. Asked
    for once a minute."""
    homes = [root.root_path for root in Site.get_site_root_paths() if root.site_id == site.pk]
    name = f"prcouncil_news.home.{digest_of((homes, locale.pk))}"
    path: str | None = cache.get(name)
    if path is None:
        pages = Page.objects.filter(url_path__in=homes, locale=locale).order_by()
        path = pages.values_list("path", flat=True).first() or ""
        cache.set(name, path, KEPT_FOR)
    return path
