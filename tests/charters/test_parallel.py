"""Two at the same moment: one wins, the other is told, nothing is half written."""

import contextlib
import datetime as dt
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError

from tests.charters.making import adopted, charter, draft, fresh, rewritten, signatory
from tests.councils.making import council
from tests.councils.test_parallel import at_once
from tests.making import small_site
from wagtail_prcouncil.charters.actions import adopting, drafting, inviting, repealing, signing
from wagtail_prcouncil.charters.actions.locking import locked_charter
from wagtail_prcouncil.charters.models import (
    Charter,
    CharterPage,
    CharterVersion,
    Invitation,
    Signature,
)
from wagtail_prcouncil.charters.rules import CharterError, ConflictError
from wagtail_prcouncil.charters.states import InvitationState, Method, Standing, VersionState
from wagtail_prcouncil.charters.verifying import findings
from wagtail_prcouncil.councils.models.seat import today

pytestmark = [pytest.mark.needs("postgres"), pytest.mark.django_db(transaction=True)]
A_DAY = dt.timedelta(days=1)


def lost(results: list[object]) -> int:
    return sum(isinstance(one, ConflictError) for one in results)


def written() -> Charter:
    return charter(council(small_site()))


def adopt(found: CharterVersion, *, days: int, **given: Any) -> CharterVersion:
    day = today() + days * A_DAY
    return adopting.adopt(found, adopted_on=day, in_force_from=day, version=None, **given)


def test_of_two_who_begin_one_wins() -> None:
    one = written()
    results = at_once(*[lambda: drafting.begin(one, version=one.version)] * 3)
    assert lost(results) == 2
    assert [row.number for row in one.versions.all()] == [1]
    assert fresh(one).version == one.version + 1


def test_of_two_who_begin_and_have_read_nothing_one_wins() -> None:
    one = written()
    assert lost(at_once(*[lambda: drafting.begin(one, version=None)] * 3)) == 2
    assert one.versions.count() == 1


def test_of_two_who_adopt_one_wins_and_its_facts_are_whole() -> None:
    one = written()
    found = draft(one)
    before = fresh(one).version
    results = at_once(*[lambda d=days: adopt(found, days=-d) for days in (3, 5, 7)])
    assert lost(results) == 2
    (winner,) = [row for row in results if isinstance(row, CharterVersion)]
    stored = CharterVersion.objects.get()
    assert stored.adopted_on == winner.adopted_on == stored.in_force_from
    assert (stored.texts, stored.digests) == (winner.texts, winner.digests)
    assert list(findings()) == []
    assert fresh(one).version == before + 1


def test_whoever_adopts_and_whoever_discards() -> None:
    found = draft(written())
    results = at_once(lambda: adopt(found, days=-3), lambda: drafting.discard(found, version=None))
    assert lost(results) == 1
    rows = list(CharterVersion.objects.all())
    assert [row.state for row in rows] in ([], [VersionState.ADOPTED])
    assert list(findings()) == []


def test_a_form_is_saved_while_the_text_is_adopted() -> None:
    """The text is one of the two, whole; what was saved too late stays a draft and reaches no
    reader, or is refused beside the field."""
    one = written()
    found = draft(one)

    def save() -> None:
        with contextlib.suppress(ValidationError):
            rewritten(one, "سخنی دیگر")

    results = at_once(lambda: adopt(found, days=-3), save)
    assert isinstance(results[0], CharterVersion)
    stored = CharterVersion.objects.get()
    assert stored.texts["fa"]["clauses"][0]["text"] in ("<p>راستی</p>", "<p>سخنی دیگر</p>")
    assert len(stored.texts["fa"]["clauses"]) == 3
    assert list(findings()) == []


def test_a_page_is_saved_while_an_action_holds_its_charter() -> None:
    one = written()
    page = one.page

    def save() -> None:
        connection.cursor().execute("set lock_timeout = '3s'")
        page.save()

    with transaction.atomic():
        fresh(one).save()  # holds the row
        (refusal,) = at_once(save)
    assert refusal is None


def test_a_page_that_is_deleted_waits_for_the_action_that_holds_its_charter() -> None:
    one = written()
    found = draft(one)

    def delete() -> None:
        try:
            one.page.delete()
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            locked_charter(one)
            deleting = pool.submit(delete)
            time.sleep(0.5)  # until it waits
            assert not deleting.done()
            adopt(found, days=-3)
        assert isinstance(deleting.exception(), ProtectedError)
    assert CharterVersion.objects.get().standing == Standing.IN_FORCE


def test_of_two_who_repeal_one_wins() -> None:
    found = adopted(written())
    results = at_once(
        *[
            lambda r=reason: repealing.repeal(found, on=today(), reason=r, version=None)
            for reason in ("یکم", "دوم")
        ]
    )
    assert lost(results) == 1
    (winner,) = [row for row in results if isinstance(row, CharterVersion)]
    stored = CharterVersion.objects.get()
    assert (stored.standing, stored.repeal_reason) == (Standing.REPEALED, winner.repeal_reason)


def test_whoever_repeals_and_whoever_adopts_the_next() -> None:
    one = written()
    first = adopted(one, days=-30)
    second = draft(one)
    results = at_once(
        lambda: repealing.repeal(first, on=today() - 10 * A_DAY, reason="کهنه", version=None),
        lambda: adopt(second, days=-5),
    )
    first.refresh_from_db()
    second.refresh_from_db()
    assert isinstance(results[1], CharterVersion)
    assert second.standing == Standing.IN_FORCE
    assert first.standing == (Standing.SUPERSEDED if lost(results) else Standing.REPEALED)
    assert first.in_force_until is not None
    assert second.in_force_from is not None
    assert first.in_force_until <= second.in_force_from


def test_somebody_signs_once_and_all_get_numbers_without_a_gap() -> None:
    version = adopted(written())
    people = [signatory(version.charter) for _ in range(4)]

    def sign(place: Any, who: Any) -> Signature:
        facts = {"agency": place.agency, "person": who, "method": Method.IN_PERSON}
        return signing.sign(version, signed_on=today(), **facts)

    results = at_once(*[lambda p=pair: sign(*p) for pair in (*people, people[0])])
    assert lost(results) == 1
    rows = version.signatures.order_by("number")
    assert list(rows.values_list("number", flat=True)) == [1, 2, 3, 4]
    assert {row.person_id for row in rows} == {who.pk for _place, who in people}


def invited(version: CharterVersion) -> Invitation:
    place, somebody = signatory(version.charter)
    assert place.agency is not None
    return inviting.invite(
        version,
        agency=place.agency,
        person=somebody,
        expires_on=today() + 7 * A_DAY,
        email="a@example.org",
    )


def test_a_link_that_is_opened_twice_signs_once() -> None:
    version = adopted(written())
    sent = invited(version)
    assert lost(at_once(*[lambda: inviting.sign_by_invitation(sent)] * 4)) == 3
    sent.refresh_from_db()
    assert (sent.state, sent.signature) == (InvitationState.USED, version.signatures.get())


def test_a_link_that_is_taken_back_while_it_is_used() -> None:
    version = adopted(written())
    sent = invited(version)
    results = at_once(
        lambda: inviting.sign_by_invitation(sent),
        lambda: inviting.revoke(sent),
    )
    assert lost(results) == 1
    sent.refresh_from_db()
    assert (sent.state == InvitationState.USED) == version.signatures.exists()


def test_whoever_signs_while_it_is_repealed() -> None:
    """Either it was signed before, or it is told that it is not to be signed any more."""
    version = adopted(written())
    place, somebody = signatory(version.charter)
    facts = {"agency": place.agency, "person": somebody, "method": Method.IN_PERSON}
    results = at_once(
        lambda: signing.sign(version, signed_on=today(), **facts),  # type: ignore[arg-type]
        lambda: repealing.repeal(version, on=today(), reason="کهنه", version=None),
    )
    assert isinstance(results[1], CharterVersion)
    assert isinstance(results[0], CharterError) != version.signatures.exists()


def test_whoever_withdraws_twice_at_once() -> None:
    version = adopted(written())
    place, somebody = signatory(version.charter)
    facts = {"agency": place.agency, "person": somebody, "method": Method.IN_PERSON}
    made = signing.sign(version, signed_on=today(), **facts)  # type: ignore[arg-type]
    results = at_once(
        *[
            lambda r=reason: signing.withdraw(made, on=today(), reason=r)
            for reason in ("یکم", "دوم")
        ]
    )
    assert lost(results) == 1


def test_a_page_that_is_deleted_while_its_text_is_adopted() -> None:
    """Either the charter is gone, with its draft, or it was adopted and the page stays: the
    database refuses what was looked up too early."""
    one = written()
    found = draft(one)

    def delete() -> bool:
        try:
            one.page.delete()
        except (ProtectedError, IntegrityError):
            return False
        return True

    adopting_came_to, is_gone = at_once(lambda: adopt(found, days=-3), delete)
    assert is_gone != isinstance(adopting_came_to, CharterVersion)
    assert CharterPage.objects.filter(pk=one.page_id).exists() != is_gone
    assert Charter.objects.filter(pk=one.pk).exists() != is_gone
    states = [] if is_gone else [VersionState.ADOPTED]
    assert [row.state for row in CharterVersion.objects.all()] == states
    assert list(findings()) == []
