"""What happens to a news item beyond its words."""

from wagtail_prcouncil.news.actions.coding import (
    CodeTakenError,
    ImpossibleCodeError,
    NewsError,
    allot_codes,
    import_code,
)
from wagtail_prcouncil.news.actions.publishing import (
    refile,
    register_publication,
    register_withdrawal,
)

__all__ = [
    "CodeTakenError",
    "ImpossibleCodeError",
    "NewsError",
    "allot_codes",
    "import_code",
    "refile",
    "register_publication",
    "register_withdrawal",
]
