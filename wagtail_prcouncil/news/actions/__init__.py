"""What happens to a news item beyond its words."""

from wagtail_prcouncil.news.actions.coding import (
    CodeTakenError,
    ImpossibleCodeError,
    NewsError,
    import_code,
)
from wagtail_prcouncil.news.actions.placing import (
    PlacementError,
    place,
    take_down,
    turn_over_placements,
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
    "PlacementError",
    "Refiled",
    "TooManyError",
    "import_code",
    "open_embargoes",
    "place",
    "refile",
    "refile_many",
    "register_publication",
    "register_withdrawal",
    "take_down",
    "turn_over_placements",
]
