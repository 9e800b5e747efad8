"""The nouns of news. Migrations and sites import them from here."""

from wagtail_prcouncil.news.models.code import NewsCode
from wagtail_prcouncil.news.models.desk import SectionDesk, SectionDeskTask
from wagtail_prcouncil.news.models.imported import ImportedNews
from wagtail_prcouncil.news.models.links import NewsTag, RelatedNews
from wagtail_prcouncil.news.models.listing import NewsIndexPage, SectionPage
from wagtail_prcouncil.news.models.news import AbstractNewsPage, NewsMixin
from wagtail_prcouncil.news.models.page import NewsPage
from wagtail_prcouncil.news.models.placement import Placement
from wagtail_prcouncil.news.models.publication import Publication
from wagtail_prcouncil.news.models.queryset import NewsQuerySet
from wagtail_prcouncil.news.models.source import SourceCredit

__all__ = [
    "AbstractNewsPage",
    "ImportedNews",
    "NewsCode",
    "NewsIndexPage",
    "NewsMixin",
    "NewsPage",
    "NewsQuerySet",
    "NewsTag",
    "Placement",
    "Publication",
    "RelatedNews",
    "SectionDesk",
    "SectionDeskTask",
    "SectionPage",
    "SourceCredit",
]
