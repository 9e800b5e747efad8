"""What happens to a news item beyond its words."""

from wagtail_prcouncil.news.actions.coding import (
    CodeTakenError,
    ImpossibleCodeError,
    NewsError,
    allot_codes,
    import_code,
)
from wagtail_prcouncil.news.actions.publishing import (
    open_embargoes,
    refile,
    register_publication,
    register_withdrawal,
)
from wagtail_prcouncil.news.actions.refiling import Refiled, TooManyError, refile_many

__all__ = [
    "CodeTakenError",
    "ImpossibleCodeError",
    "NewsError",
    "Refiled",
    "TooManyError",
    "allot_codes",
    "import_code",
    "open_embargoes",
    "refile",
    "refile_many",
    "register_publication",
    "register_withdrawal",
]
