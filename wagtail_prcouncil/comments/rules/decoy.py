"""A field that people do not see was filled in. Browsers sometimes do that for them, so it is no
proof; the comment waits behind the others."""

from wagtail_prcouncil.comments.models import RuleHit
from wagtail_prcouncil.comments.rules.findings import Examined, Hit
from wagtail_prcouncil.comments.states import Hold, Urgency


def decoy(examined: Examined) -> list[Hit]:
    if not examined.sender.decoy:
        return []
    return [Hit(Hold.DECOY, RuleHit.Field.SENDER, urgency=Urgency.LATER)]
