"""The nouns of news. Migrations and sites import them from here."""

from wagtail_prcouncil.news.models.code import NewsCode
from wagtail_prcouncil.news.models.listing import NewsIndexPage, SectionPage
from wagtail_prcouncil.news.models.news import (
    AbstractNewsPage,
    NewsMixin,
    NewsPage,
    NewsQuerySet,
    NewsTag,
)

__all__ = [
    "AbstractNewsPage",
    "NewsCode",
    "NewsIndexPage",
    "NewsMixin",
    "NewsPage",
    "NewsQuerySet",
    "NewsTag",
    "SectionPage",
]
