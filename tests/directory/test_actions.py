import datetime as dt
import threading

import pytest
from django.contrib.auth.models import Permission, User
from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from wagtail.models import ModelLogEntry

from tests.directory.making import agency
from wagtail_prcouncil.directory.actions import close_agency, reopen_agency
from wagtail_prcouncil.directory.models import Agency
from wagtail_prcouncil.directory.rules import ConflictError, DirectoryError, SuccessorsError
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


@pytest.mark.parametrize(
    ("reason", "is_fitting"),
    [("abolished", False), ("merged", True), ("replaced", True), ("split", False), ("left", False)],
)
def test_the_same_successor_twice_is_one(reason: str, is_fitting: bool) -> None:
    old, new = agency(), agency()
    if not is_fitting:
        with pytest.raises(SuccessorsError):
            close_agency(old, on=DAY, reason=reason, successors=[new, new])
        return
    close_agency(old, on=DAY, reason=reason, successors=[new, new])
    assert list(old.successors()) == [new]
    entry = ModelLogEntry.objects.get(action="prcouncil_directory.close_agency")
    assert entry.data["successors"] == [new.code]


def test_the_work_of_none_comes_back_to_it() -> None:
    first, second, third = agency(), agency("سازمان دوم"), agency()
    close_agency(third, on=DAY, reason="merged", successors=[second])
    close_agency(second, on=DAY - dt.timedelta(1), reason="merged", successors=[first])
    for successor in (second, third):
        with pytest.raises(SuccessorsError) as refused:
            close_agency(first, on=DAY - dt.timedelta(9), reason="merged", successors=[successor])
        assert successor.name in str(refused.value)
    assert not Agency.objects.get(pk=first.pk).is_closed


def test_rules_are_asked_of_the_row_as_it_stands() -> None:
    old = agency()
    Agency.objects.filter(pk=old.pk).update(founded_on=DAY + dt.timedelta(1))
    with pytest.raises(DirectoryError) as refused:
        close_agency(old, on=DAY, reason="abolished")
    assert refused.value.field == "on"


def test_what_was_deleted_meanwhile_is_neither_closed_nor_opened() -> None:
    old = agency()
    Agency.objects.get(pk=old.pk).delete()
    with pytest.raises(ConflictError):
        close_agency(old, on=DAY, reason="abolished")
    with pytest.raises(ConflictError):
        reopen_agency(old)


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
def test_a_name_taken_while_its_bearer_is_opened() -> None:
    """The new agency is written, and not yet committed, when the other looks for its name."""
    old = agency("آب")
    close_agency(old, on=DAY, reason="abolished")
    refused: list[DirectoryError] = []

    def reopen() -> None:
        try:
            reopen_agency(Agency.objects.get(pk=old.pk))
        except DirectoryError as error:
            refused.append(error)
        finally:
            connection.close()

    thread = threading.Thread(target=reopen)
    with transaction.atomic():
        agency("آب")
        thread.start()
        thread.join(timeout=1)
        assert thread.is_alive()
    thread.join(timeout=60)
    assert len(refused) == 1
    assert Agency.objects.get(pk=old.pk).is_closed


@pytest.mark.needs("postgres")
@pytest.mark.django_db(transaction=True)
def test_two_who_name_each_other_successor() -> None:
    first, second = agency(), agency()
    start = threading.Barrier(2)
    lost: list[DirectoryError] = []

    def close(old: Agency, new: Agency, day: dt.date) -> None:
        start.wait(timeout=20)
        try:
            close_agency(old, on=day, reason="merged", successors=[new])
        except DirectoryError as error:
            lost.append(error)
        finally:
            connection.close()

    pairs = [(first, second, DAY), (second, first, DAY - dt.timedelta(1))]
    threads = [threading.Thread(target=close, args=pair) for pair in pairs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert len(lost) == 1
    assert Agency.objects.active().count() == 1


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
