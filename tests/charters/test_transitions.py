"""Every verb from every standing, by everybody, through the actions: what the table allows moves,
and nothing else does."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import pytest

from tests.charters.making import A_DAY, adopted, charter, draft, fresh, signatory
from tests.councils.making import council
from tests.councils.staff import group_for, member_of
from tests.making import SmallSite
from tests.meetings.acting import ALLOWED, attempts, expected
from wagtail_prcouncil.charters.actions import (
    adopting,
    drafting,
    inviting,
    particulars,
    repealing,
    reviewing,
    signing,
    unveiling,
)
from wagtail_prcouncil.charters.apps import ChartersConfig
from wagtail_prcouncil.charters.models import (
    Charter,
    CharterVersion,
    ClauseReview,
    Invitation,
    Signature,
    Unveiling,
)
from wagtail_prcouncil.charters.rights import Right
from wagtail_prcouncil.charters.rules import CharterError, ConflictError
from wagtail_prcouncil.charters.states import TO_SIGN, Method, Standing, VersionState
from wagtail_prcouncil.charters.transitions import NONE, VERSIONS, Verb
from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.persian.jalali import to_jalali

STANDINGS: list[str] = [NONE, *Standing.values]
STATES: Mapping[str, str] = {
    NONE: NONE,
    Standing.DRAFT: VersionState.DRAFT,
    Standing.AWAITING: VersionState.ADOPTED,
    Standing.IN_FORCE: VersionState.ADOPTED,
    Standing.SUPERSEDED: VersionState.ADOPTED,
    Standing.REPEALED: VersionState.REPEALED,
}
FROZEN = [standing for standing in STANDINGS if standing not in (NONE, Standing.DRAFT)]


class Case(NamedTuple):
    """A charter, and the version of it that is acted on; one that is gone where there is none."""

    charter: Charter
    version: CharterVersion

    def now(self) -> Charter:
        return fresh(self.charter)


def made(page: CouncilPage) -> Mapping[str, Case]:
    """One charter for each standing."""
    found = {}
    for standing in STANDINGS:
        one = charter(page)
        if standing in (NONE, Standing.DRAFT):
            version = draft(one)
        elif standing == Standing.AWAITING:
            version = adopted(one, in_force_from=today() + A_DAY)
        else:
            version = adopted(one)
        if standing == NONE:
            drafting.discard(version, version=None)
        elif standing == Standing.SUPERSEDED:
            adopted(one, days=-3)
        elif standing == Standing.REPEALED:
            repealing.repeal(version, on=today() - A_DAY, reason="کهنه", version=None)
        found[standing] = Case(one, version)
    return found


def people(page: CouncilPage, site: SmallSite) -> Mapping[str, Any]:
    """One of each sort: they differ in what they may do in the council of `page`."""
    given = ChartersConfig.group_permissions["council_secretary"]
    rights = [f"prcouncil_charters.{codename}" for codename in given]
    administrator = member_of()
    administrator.is_superuser = True
    administrator.save()
    reading = [right for right in Right if ".view_" in right]
    return {
        "superuser": administrator,
        "secretary": member_of(group_for(page, rights=rights)),
        "secretary elsewhere": member_of(group_for(council(site), rights=rights)),
        "editor": member_of(group_for(page)),
        "reader at the desk": member_of(group_for(page, rights=reading)),
        "nobody": member_of(),
    }


def trace(one: Charter) -> object:
    """What an action leaves behind: rows, and words of pages."""
    tables = (Charter, CharterVersion, Signature, Invitation, Unveiling, ClauseReview)
    return [list(table._default_manager.order_by("pk").values()) for table in tables], [
        page.latest_revision_id for page in type(one.page).objects.order_by("pk")
    ]


class Try:
    """What an act comes to, for each of these people, from each standing."""

    def __init__(self, site: SmallSite) -> None:
        page = council(site)
        self.acting, self.cases = people(page, site), made(page)
        self.case = self.cases[NONE]

    def enter(self, standing: str) -> None:
        self.case = self.cases[standing]

    def __call__(self, act: Callable[[Case, Any], object], state: Callable[[], str]) -> Any:
        return attempts(
            self.acting,
            STANDINGS,
            self.enter,
            lambda by: _refusable(lambda: act(self.case, by)),
            state,
            lambda: trace(self.case.charter),
        )


def _refusable(act: Callable[[], object]) -> None:
    """A rule that refuses tells as much as a conflict here."""
    try:
        act()
    except CharterError as error:
        raise ConflictError(str(error)) from error


STEPS: Mapping[Verb, Callable[[Case, Any], object]] = {
    Verb.DISCARD: lambda case, by: drafting.discard(
        case.version, version=case.now().version, by=by
    ),
    Verb.ADOPT: lambda case, by: adopting.adopt(
        case.version,
        adopted_on=today(),
        in_force_from=today(),
        version=case.now().version,
        by=by,
    ),
    Verb.REPEAL: lambda case, by: repealing.repeal(
        case.version, on=today() + A_DAY, reason="کهنه", version=case.now().version, by=by
    ),
}


@pytest.fixture
def attempt(site: SmallSite) -> Try:
    return Try(site)


@pytest.mark.parametrize("verb", STEPS, ids=str)
def test_a_step_of_a_version(attempt: Try, verb: Verb) -> None:
    def state() -> str:
        row = CharterVersion.objects.filter(pk=attempt.case.version.pk).first()
        return row.state if row else NONE

    line = VERSIONS[verb]
    before = {standing for standing in STANDINGS if STATES[standing] in line.before}
    before.discard(Standing.SUPERSEDED)  # its end is known: nobody repeals it any more
    done = attempt(STEPS[verb], state)
    assert done == expected(attempt.acting, STANDINGS, before, line.after)


def test_a_version_is_begun_where_none_is_open(attempt: Try) -> None:
    def begin(case: Case, by: Any) -> None:
        drafting.begin(case.charter, version=case.now().version, by=by)

    done = attempt(begin, lambda: attempt.case.charter.versions.drafts().get().state)
    before = [standing for standing in STANDINGS if standing != Standing.DRAFT]
    assert done == expected(attempt.acting, STANDINGS, before, VERSIONS[Verb.BEGIN].after)


def test_every_verb_is_in_the_table_and_what_takes_back_says_why() -> None:
    assert set(VERSIONS) == set(Verb) == {*STEPS, Verb.BEGIN}
    assert {verb for verb, line in VERSIONS.items() if line.needs_reason} == {Verb.REPEAL}
    assert {line.right for line in VERSIONS.values()} == {Right.CHANGE, Right.ADOPT}
    assert not [verb for verb, line in VERSIONS.items() if VersionState.REPEALED in line.before]


def test_who_signs_what(attempt: Try) -> None:
    place, somebody = signatory(attempt.case.charter)
    assert place.agency is not None

    def sign(case: Case, by: Any) -> None:
        facts: dict[str, Any] = {"agency": place.agency, "person": somebody}
        signing.sign(case.version, method=Method.IN_PERSON, signed_on=today(), by=by, **facts)

    done = attempt(sign, lambda: str(Signature.objects.count()))
    assert done == expected(attempt.acting, STANDINGS, [*map(str, TO_SIGN)], "1")


def test_who_invites_whom(attempt: Try) -> None:
    place, somebody = signatory(attempt.case.charter)

    def invite(case: Case, by: Any) -> None:
        facts: dict[str, Any] = {"agency": place.agency, "person": somebody, "email": "a@b.example"}
        inviting.invite(case.version, expires_on=today() + A_DAY, by=by, **facts)

    done = attempt(invite, lambda: str(Invitation.objects.count()))
    assert done == expected(attempt.acting, STANDINGS, [*map(str, TO_SIGN)], "1")


def test_who_unveils_what(attempt: Try) -> None:
    def unveil(case: Case, by: Any) -> None:
        unveiling.unveil(case.version, on=today(), version=case.now().version, by=by)

    done = attempt(unveil, lambda: str(Unveiling.objects.count()))
    assert done == expected(attempt.acting, STANDINGS, FROZEN, "1")


def test_who_reviews_what(attempt: Try) -> None:
    place, _somebody = signatory(attempt.case.charter)
    assert place.agency is not None
    year = to_jalali(today()).year

    def review(case: Case, by: Any) -> None:
        facts: dict[str, Any] = {"agency": place.agency, "verdict": "kept", "year": year}
        reviewing.review(case.charter, anchor="art_3", by=by, **facts)

    done = attempt(review, lambda: str(ClauseReview.objects.count()))
    begun = [standing for standing in FROZEN if standing != Standing.AWAITING]
    reviewed = [standing for standing in STANDINGS if done[standing, "superuser"] == "1"]
    assert set(begun) <= {*reviewed, Standing.AWAITING}
    assert done == expected(attempt.acting, STANDINGS, reviewed, "1")


def test_who_puts_particulars_down(attempt: Try) -> None:
    def put(case: Case, by: Any) -> None:
        facts: dict[str, Any] = {"kind": "bylaws", "authoritative": "fa"}
        particulars.set_particulars(case.charter, version=case.now().version, by=by, **facts)

    done = attempt(put, lambda: attempt.case.now().kind)
    assert done == expected(attempt.acting, STANDINGS, STANDINGS, "bylaws")


def test_who_withdraws_and_who_takes_back(attempt: Try) -> None:
    case = attempt.cases[Standing.IN_FORCE]
    facts: dict[str, Any] = {}
    for name in ("signed", "invited"):
        place, facts["person"] = signatory(case.charter)
        facts["agency"] = place.agency
        if name == "signed":
            facts |= {"method": Method.IN_PERSON, "signed_on": today()}
            signature = signing.sign(case.version, **facts)
            del facts["method"], facts["signed_on"]
        else:
            facts |= {"email": "a@b.example", "expires_on": today()}
            invitation = inviting.invite(case.version, **facts)
    done = attempt(
        lambda _case, by: signing.withdraw(signature, on=today(), reason="سمت نداشت", by=by),
        lambda: str(Signature.objects.standing().count()),
    )
    assert done == expected(attempt.acting, STANDINGS, STANDINGS, "0")
    done = attempt(
        lambda _case, by: inviting.revoke(invitation, by=by), lambda: Invitation.objects.get().state
    )
    assert done == expected(attempt.acting, STANDINGS, STANDINGS, "revoked")


def test_those_who_may_are_those_of_the_table() -> None:
    assert frozenset({"superuser", "secretary"}) == ALLOWED
