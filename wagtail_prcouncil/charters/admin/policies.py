"""What Wagtail asks before it shows something of charters: the scopes of councils answer."""

from wagtail_prcouncil.charters.models import Charter, ClauseReview, Signature
from wagtail_prcouncil.charters.rights import Right
from wagtail_prcouncil.councils.admin.policies import CouncilPolicy


class CharterPolicy(CouncilPolicy):
    """Rights on rows of charters that lead to a council by `link`, each within its scope."""

    rights = Right


CHARTERS = CharterPolicy(Charter, "council")
SIGNATURES = CharterPolicy(Signature, "version__charter__council")
REVIEWS = CharterPolicy(ClauseReview, "charter__council")
SEEING = ("view", "add", "change", "delete", "adopt")
"""Who has one of these on the charters of a council, comes to its secretary's desk."""
