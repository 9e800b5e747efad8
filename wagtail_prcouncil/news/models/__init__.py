"""The nouns of news. Migrations and sites import them from here."""

from wagtail_prcouncil.news.models.code import NewsCode
from wagtail_prcouncil.news.models.listing import NewsIndexPage, SectionPage
from wagtail_prcouncil.news.models.news import (
    AbstractNewsPage,
    NewsMixin,
    NewsPage,
    NewsTag,
)
from wagtail_prcouncil.news.models.queryset import NewsQuerySet
from wagtail_prcouncil.news.models.source import SourceCredit

__all__ = [
    "AbstractNewsPage",
    "NewsCode",
    "NewsIndexPage",
    "NewsMixin",
    "NewsPage",
    "NewsQuerySet",
    "NewsTag",
    "SectionPage",
    "SourceCredit",
]
