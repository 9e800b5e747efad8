"""What Wagtail asks before it shows something of charters: the scopes of councils answer."""

from collections.abc import Mapping
from typing import Any

from wagtail_prcouncil.charters.models import Charter, ClauseReview, Signature
from wagtail_prcouncil.charters.rights import Right
from wagtail_prcouncil.councils.admin.policies import CouncilPolicy
from wagtail_prcouncil.councils.scopes import Scope, scopes_of


class CharterPolicy(CouncilPolicy):
    """Rights on rows of charters that lead to a council by `link`, each within its scope."""

    permission_cache_name = "_prcouncil_charters_scopes"

    def get_all_permissions_for_user(self, user: Any) -> Mapping[str, Scope]:
        return scopes_of(user, Right)


CHARTERS = CharterPolicy(Charter, "council")
SIGNATURES = CharterPolicy(Signature, "version__charter__council")
REVIEWS = CharterPolicy(ClauseReview, "charter__council")
SEEING = ("view", "add", "change", "delete", "adopt")
"""Who has one of these on the charters of a council, comes to its secretary's desk."""
