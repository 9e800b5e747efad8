from wagtail_prcouncil.audience.models.most_read import MostRead
from wagtail_prcouncil.audience.models.view_count import ViewCount, ViewCountQuerySet
from wagtail_prcouncil.audience.models.vote import UsefulnessVote, UsefulnessVoteQuerySet

__all__ = [
    "MostRead",
    "UsefulnessVote",
    "UsefulnessVoteQuerySet",
    "ViewCount",
    "ViewCountQuerySet",
]
