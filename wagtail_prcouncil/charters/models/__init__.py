"""What is kept of charters: pages, and rows that hang on their originals."""

from wagtail_prcouncil.charters.models.charter import Charter, Partner
from wagtail_prcouncil.charters.models.index import (
    AbstractCharterIndexPage,
    CharterIndexMixin,
    CharterIndexPage,
)
from wagtail_prcouncil.charters.models.invitation import Invitation
from wagtail_prcouncil.charters.models.page import (
    AbstractCharterPage,
    CharterMixin,
    CharterPage,
    CharterPicture,
)
from wagtail_prcouncil.charters.models.review import ClauseReview
from wagtail_prcouncil.charters.models.signature import Signature
from wagtail_prcouncil.charters.models.unveiling import Unveiling
from wagtail_prcouncil.charters.models.version import CharterVersion

__all__ = [
    "AbstractCharterIndexPage",
    "AbstractCharterPage",
    "Charter",
    "CharterIndexMixin",
    "CharterIndexPage",
    "CharterMixin",
    "CharterPage",
    "CharterPicture",
    "CharterVersion",
    "ClauseReview",
    "Invitation",
    "Partner",
    "Signature",
    "Unveiling",
]
