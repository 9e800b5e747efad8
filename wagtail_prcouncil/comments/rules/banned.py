"""A sender whom moderators have put at the end of the queue, until a day."""

from django.db.models import Q

from wagtail_prcouncil.comments.models import Ban, RuleHit
from wagtail_prcouncil.comments.rules.findings import Examined, Hit
from wagtail_prcouncil.comments.states import Hold, Urgency


def banned(examined: Examined) -> list[Hit]:
    """One hit for each ban that is in force. One query."""
    sender = examined.sender
    known = [(Ban.Kind.ADDRESS, sender.address_hash), (Ban.Kind.EMAIL, sender.email_hash)]
    his = Q()
    for kind, value in known:
        if value:
            his |= Q(kind=kind, value=value)
    if not his:
        return []
    kinds = Ban.objects.in_force().filter(his).order_by("kind").values_list("kind", flat=True)
    return [
        Hit(Hold.BANNED, RuleHit.Field.SENDER, detail=kind, urgency=Urgency.LATER) for kind in kinds
    ]
