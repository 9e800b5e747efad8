"""What can be done to a charter now, as buttons; and of what cannot, why."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext

from wagtail_prcouncil.charters.actions.locking import check_due
from wagtail_prcouncil.charters.actions.repealing import check_not_replaced
from wagtail_prcouncil.charters.admin.places import LISTING
from wagtail_prcouncil.charters.admin.policies import CHARTERS
from wagtail_prcouncil.charters.admin.reading import draft_among
from wagtail_prcouncil.charters.models import Charter, CharterVersion
from wagtail_prcouncil.charters.transitions import VERSIONS, Verb
from wagtail_prcouncil.councils.admin.desk import VerbShown
from wagtail_prcouncil.councils.rules import CouncilError
from wagtail_prcouncil.councils.scopes import Scope

SERIOUS = frozenset({Verb.DISCARD, Verb.REPEAL})


def version_of(verb: Verb, versions: Sequence[CharterVersion]) -> CharterVersion | None:
    """To which a verb is done: repealing to the last that was adopted, the others to the draft.
    `versions` begin with the latest."""
    if verb == Verb.REPEAL:
        return next((row for row in versions if row.is_frozen), None)
    return draft_among(versions)


def why_not(charter: Charter, versions: Sequence[CharterVersion], verb: Verb, user: Any) -> str:
    """Why the user cannot do it now; empty where he can. The action decides once more."""
    rights = CHARTERS.get_cached_permissions_for_user(user)
    if not rights.get(VERSIONS[verb].right.value, Scope()).covers(charter.council):
        return gettext("Your rights in this council do not cover it.")
    found = version_of(verb, versions)
    if verb == Verb.BEGIN:
        return gettext("A draft is open already.") if found else ""
    if found is None:
        nothing_adopted = gettext("Nothing was adopted yet.")
        no_draft = gettext("No draft is open: begin a version first.")
        return nothing_adopted if verb == Verb.REPEAL else no_draft
    try:
        check_due(found, verb)
        if verb == Verb.REPEAL:
            check_not_replaced(found)
    except CouncilError as error:
        return str(error)
    return ""


def verbs_shown(
    charter: Charter, versions: Sequence[CharterVersion], verbs: Iterable[Verb], user: Any
) -> list[VerbShown]:
    """In the order in which they are named."""
    shown = []
    for verb in verbs:
        reason = why_not(charter, versions, verb, user)
        url = "" if reason else LISTING.place(verb.value, charter.pk)
        shown.append(VerbShown(capfirst(str(verb.label)), url, reason, verb in SERIOUS))
    return shown
