"""The clock: on the day on which a version comes into force, or is so no more, nobody does
anything, and yet readers meet another text."""

from datetime import timedelta

from django.db.models import Q

from wagtail_prcouncil.charters.actions.closing import close_ended
from wagtail_prcouncil.charters.caches import forget_after_commit
from wagtail_prcouncil.charters.finding import index_pages
from wagtail_prcouncil.charters.models import Charter
from wagtail_prcouncil.charters.states import InvitationState
from wagtail_prcouncil.clock.jobs import Job
from wagtail_prcouncil.councils.models.seat import today

EVERY = timedelta(hours=1)
LOOKS_BACK = timedelta(days=7)
"""The clock may have stood still over some days."""


def turn_job() -> Job:
    return Job("charters.turn", EVERY, turn)


def turn() -> None:
    """Caches and search forget what held until some days ago, and nobody is asked any more to sign
    it. Said again, it does no harm."""
    day = today()
    since = day - LOOKS_BACK
    turning = Q(versions__in_force_from__gt=since, versions__in_force_from__lte=day)
    turning |= Q(versions__in_force_until__gt=since, versions__in_force_until__lte=day)
    charters = Charter.objects.filter(turning, versions__adopted_on__lt=day)
    for charter in charters.select_related("council").distinct():
        forget_after_commit(charter)
        index_pages(charter)
    asked = Q(versions__invitations__state=InvitationState.OPEN)
    for charter in Charter.objects.filter(asked, versions__in_force_until__lte=day).distinct():
        close_ended(charter)
