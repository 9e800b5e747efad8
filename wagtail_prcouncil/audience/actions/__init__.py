from wagtail_prcouncil.audience.actions.counting import (
    UnknownPageError,
    count_view,
    flush_views,
    roll_up_views,
)
from wagtail_prcouncil.audience.actions.ranking import rank_most_read
from wagtail_prcouncil.audience.actions.voting import TooManyVotesError, cast_vote

__all__ = [
    "TooManyVotesError",
    "UnknownPageError",
    "cast_vote",
    "count_view",
    "flush_views",
    "rank_most_read",
    "roll_up_views",
]
