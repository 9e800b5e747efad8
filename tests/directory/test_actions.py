import datetime as dt
import threading

import pytest
from django.contrib.auth.models import Permission, User
from django.core.exceptions import PermissionDenied
from django.db import connection
from wagtail.models import ModelLogEntry

from tests.directory.making import agency
from wagtail_prcouncil.directory.actions import (
    ConflictError,
    DirectoryError,
    SuccessorsError,
    close_agency,
    reopen_agency,
)
from wagtail_prcouncil.directory.models import Agency
from wagtail_prcouncil.directory.states import ClosingReason

pytestmark = pytest.mark.django_db

DAY = dt.date(2024, 3, 20)


@pytest.fixture
def secretary(db: None) -> User:
    user = User.objects.create_user("secretary")
    user.user_permissions.add(Permission.objects.get(codename="change_agency"))
    return User.objects.get(pk=user.pk)


def test_closing_names_day_reason_and_successors(secretary: User) -> None:
    old, new = agency(), agency("سازمان نو")
    close_agency(old, on=DAY, reason=ClosingReason.MERGED, successors=[new], by=secretary)
    row = Agency.objects.get(pk=old.pk)
    assert (row.closed_on, row.closing_reason) == (DAY, "merged")
    assert (list(row.successors()), list(new.predecessors())) == ([new], [old])
    entry = ModelLogEntry.objects.get(action="prcouncil_directory.close_agency")
    assert (entry.user, entry.data["successors"]) == (secretary, [new.code])


@pytest.mark.parametrize(
    ("reason", "fitting"),
    [("abolished", {0}), ("merged", {1}), ("replaced", {1}), ("split", {2, 3}), ("left", {0})],
)
def test_each_reason_has_its_number_of_successors(reason: str, fitting: set[int]) -> None:
    for number in range(4):
        old = agency()
        successors = [agency() for _ in range(number)]
        if number in fitting:
            close_agency(old, on=DAY, reason=reason, successors=successors)
            continue
        with pytest.raises(SuccessorsError) as refused:
            close_agency(old, on=DAY, reason=reason, successors=successors)
        assert refused.value.field == "successors"
        assert not Agency.objects.get(pk=old.pk).is_closed


def test_the_same_successor_twice_is_one() -> None:
    old, new = agency(), agency()
    with pytest.raises(SuccessorsError):
        close_agency(old, on=DAY, reason="split", successors=[new, new])


def test_a_successor_is_another_agency_of_that_day() -> None:
    old = agency()
    later = agency(founded_on=dt.date(2025, 1, 1))
    for successor in (old, later):
        with pytest.raises(SuccessorsError):
            close_agency(old, on=DAY, reason="merged", successors=[successor])


def test_days_that_cannot_be() -> None:
    old = agency(founded_on=dt.date(2024, 3, 21))
    for day in (DAY, dt.date(2999, 1, 1)):
        with pytest.raises(DirectoryError) as refused:
            close_agency(old, on=day, reason="abolished")
        assert refused.value.field == "on"


def test_agencies_below_are_closed_or_moved_first() -> None:
    top = agency()
    below = agency("ادارهٔ زیرین", parent=top)
    with pytest.raises(DirectoryError, match="ادارهٔ زیرین"):
        close_agency(top, on=DAY, reason="abolished")
    close_agency(below, on=DAY, reason="abolished")
    close_agency(top, on=DAY, reason="abolished")


def test_who_may_not_change_may_not_close(django_user_model: type[User]) -> None:
    stranger = django_user_model.objects.create_user("stranger")
    old = agency()
    with pytest.raises(PermissionDenied):
        close_agency(old, on=DAY, reason="abolished", by=stranger)
    with pytest.raises(PermissionDenied):
        reopen_agency(old, by=stranger)


def test_opening_again(secretary: User) -> None:
    old, new = agency(), agency()
    close_agency(old, on=DAY, reason="merged", successors=[new], by=secretary)
    reopen_agency(old, by=secretary)
    row = Agency.objects.get(pk=old.pk)
    assert (row.closed_on, row.closing_reason, row.successors().count()) == (None, "", 0)
    with pytest.raises(ConflictError):
        reopen_agency(old, by=secretary)


def test_no_opening_under_a_taken_name_or_a_closed_agency() -> None:
    old = agency("آب")
    close_agency(old, on=DAY, reason="abolished")
    agency("آب")
    with pytest.raises(DirectoryError):
        reopen_agency(old)
    top = agency()
    below = agency(parent=top)
    close_agency(below, on=DAY, reason="abolished")
    close_agency(top, on=DAY, reason="abolished")
    with pytest.raises(DirectoryError):
        reopen_agency(below)


@pytest.mark.needs("postgres")
@pytest.mark.django_db(transaction=True)
def test_two_who_close_at_once() -> None:
    old, new = agency(), agency()
    start = threading.Barrier(2)
    lost: list[ConflictError] = []

    def close() -> None:
        start.wait(timeout=20)
        try:
            close_agency(Agency.objects.get(pk=old.pk), on=DAY, reason="merged", successors=[new])
        except ConflictError as error:
            lost.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=close) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert len(lost) == 1
    assert Agency.objects.get(pk=old.pk).successions.count() == 1
