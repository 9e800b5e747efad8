"""Who acts on meetings, and what becomes of it, for tests of the tables of transitions."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from tests.councils.making import council
from tests.councils.staff import group_for, member_of
from tests.making import SmallSite
from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.directory.models import Agency
from wagtail_prcouncil.meetings.apps import MeetingsConfig
from wagtail_prcouncil.meetings.models import Reporter
from wagtail_prcouncil.meetings.rights import Right
from wagtail_prcouncil.meetings.rules import ConflictError

ALLOWED = frozenset({"superuser", "secretary"})
DENIED, CONFLICT = "denied", "conflict"

Done = dict[tuple[str, str], str]


def people(page: CouncilPage, agency: Agency | None, site: SmallSite) -> Mapping[str, Any]:
    """One of each sort: they differ in what they may do in the council of `page`."""
    given = MeetingsConfig.group_permissions["council_secretary"]
    rights = [f"prcouncil_meetings.{codename}" for codename in given]
    administrator = member_of()
    administrator.is_superuser = True
    administrator.save()
    reporter = member_of(group_for(rights=[Right.SUBMIT_REPORTS]))
    assert agency is not None
    Reporter.objects.create(user=reporter, agency=agency)
    return {
        "superuser": administrator,
        "secretary": member_of(group_for(page, rights=rights)),
        "secretary elsewhere": member_of(group_for(council(site), rights=rights)),
        "reporter": reporter,
        "editor": member_of(group_for(page)),
    }


def attempts(
    acting: Mapping[str, Any],
    states: Iterable[str],
    enter: Callable[[str], object],
    act: Callable[[Any], object],
    state: Callable[[], str],
    trace: Callable[[], object],
) -> Done:
    """What `act` comes to for each of them from each state: the state that it leads to, or how it
    is refused. Each attempt is taken back. A refusal that leaves something behind is told."""
    done: Done = {}
    for before in states:
        for who, user in acting.items():
            with transaction.atomic():
                enter(before)
                done[before, who] = _attempt(lambda user=user: act(user), state, trace)
                transaction.set_rollback(True)
    return done


def _attempt(
    act: Callable[[], object], state: Callable[[], str], trace: Callable[[], object]
) -> str:
    was = trace()
    try:
        act()
    except PermissionDenied:
        came_to = DENIED
    except ConflictError:
        came_to = CONFLICT
    else:
        return state()
    return came_to if trace() == was else f"{came_to}, and something changed"


def expected(
    acting: Iterable[str],
    states: Iterable[str],
    before: Iterable[str],
    after: str,
    allowed: Iterable[str] = ALLOWED,
) -> Done:
    """What a line of a table says: who has no right is told so whatever the state."""
    return {
        (state, who): DENIED if who not in allowed else after if state in before else CONFLICT
        for state in states
        for who in acting
    }
