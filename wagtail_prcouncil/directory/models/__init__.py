"""The nouns of the directory."""

from wagtail_prcouncil.directory.models.agency import Agency
from wagtail_prcouncil.directory.models.belongings import AgencyName, Succession
from wagtail_prcouncil.directory.models.pages import (
    AbstractAgencyIndexPage,
    AgencyIndexMixin,
    AgencyIndexPage,
)
from wagtail_prcouncil.directory.models.person import Person
from wagtail_prcouncil.directory.models.province import Province

__all__ = [
    "AbstractAgencyIndexPage",
    "Agency",
    "AgencyIndexMixin",
    "AgencyIndexPage",
    "AgencyName",
    "Person",
    "Province",
    "Succession",
]
