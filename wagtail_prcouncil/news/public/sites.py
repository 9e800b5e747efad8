"""Whose news a host shows, where one installation serves several sites."""

from wagtail.models import Locale, Page, Site

from wagtail_prcouncil.news.models import NewsPage, NewsQuerySet


def news_of_site(site: Site, locale: Locale) -> NewsQuerySet:
    """Readable and published, each item once; with a single site, all there is in the language.

    One query more where there are several, for where in the tree the site's home stands.
    """
    # The language not said as equality: SQLite would answer that by the index on languages, of
    # which a site has two, and sort half of all pages.
    here = NewsPage.objects.readable().exclude(locale__lt=locale.pk).exclude(locale__gt=locale.pk)
    news = here.without_aliases().published()
    roots = Site.get_site_root_paths()  # kept in the cache
    if len({root.site_id for root in roots}) < 2:
        return news
    homes = [root.root_path for root in roots if root.site_id == site.pk]
    places = Page.objects.filter(url_path__in=homes, locale=locale).values_list("path", flat=True)
    path = places.first()
    return news.filter(path__startswith=path) if path else news.none()
