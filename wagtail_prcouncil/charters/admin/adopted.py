"""What the editing screen says of a text that is adopted."""

from typing import Any, NamedTuple

from wagtail_prcouncil.charters.admin.places import LISTING
from wagtail_prcouncil.charters.admin.policies import CHARTERS, SEEING
from wagtail_prcouncil.charters.admin.reading import number_as_read, time_in_force
from wagtail_prcouncil.charters.admin.verbs import verbs_shown
from wagtail_prcouncil.charters.models import CharterVersion
from wagtail_prcouncil.charters.transitions import Verb
from wagtail_prcouncil.councils.admin.desk import VerbShown


class Adopted(NamedTuple):
    """Which version holds the words, since when it is in force, how the next one is begun, and
    where the desk is; empty for whoever may not go there."""

    name: str
    time: str
    begin: VerbShown
    desk: str


def adopted(version: CharterVersion, user: Any) -> Adopted:
    charter = version.charter
    begin = verbs_shown(charter, [version], [Verb.BEGIN], user)[0]
    may_look = CHARTERS.scope_of_any(user, SEEING).covers(charter.council)
    desk = LISTING.place("text", charter.pk) if may_look else ""
    return Adopted(number_as_read(version), time_in_force(version), begin, desk)
