"""What can be done to a meeting now, as buttons; and of what cannot, why."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext

from wagtail_prcouncil.councils.admin.desk import VerbShown
from wagtail_prcouncil.councils.rules import CouncilError
from wagtail_prcouncil.councils.scopes import Scope
from wagtail_prcouncil.meetings.actions.hindrances import check_unhindered
from wagtail_prcouncil.meetings.actions.locking import check_due
from wagtail_prcouncil.meetings.admin.policies import MEETINGS
from wagtail_prcouncil.meetings.models import Meeting
from wagtail_prcouncil.meetings.states import Axis
from wagtail_prcouncil.meetings.transitions import AXES, Transition, Verb

SERIOUS = frozenset({Verb.POSTPONE, Verb.CANCEL, Verb.REOPEN, Verb.RECALL, Verb.WITHDRAW})


def place_of(verb: Verb) -> tuple[Axis, Transition]:
    """On which axis a verb stands, and what its table says of it."""
    axis = next(axis for axis, table in AXES.items() if verb in table)
    return axis, AXES[axis][verb]


def why_not(meeting: Meeting, verb: Verb, user: Any) -> str:
    """Why the user cannot do it now; empty where he can. The action decides once more."""
    axis, transition = place_of(verb)
    rights = MEETINGS.get_cached_permissions_for_user(user)
    if not rights.get(transition.right.value, Scope()).covers(meeting.council):
        return gettext("Your rights in this council do not cover it.")
    try:
        check_due(meeting, axis, transition)
        check_unhindered(meeting, verb)
    except CouncilError as error:
        return str(error)
    return ""


def verbs_shown(meeting: Meeting, verbs: Iterable[Verb], user: Any) -> list[VerbShown]:
    """In the order in which they are named."""
    return [_shown(meeting, verb, why_not(meeting, verb, user)) for verb in verbs]


def _shown(meeting: Meeting, verb: Verb, reason: str) -> VerbShown:
    url = "" if reason else reverse(f"prcouncil_meetings:{verb}", args=[meeting.pk])
    return VerbShown(capfirst(str(verb.label)), url, reason, verb in SERIOUS)
