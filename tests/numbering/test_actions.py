import threading

import pytest
from django.db import connection, transaction

from wagtail_prcouncil.numbering.actions import allot, allot_block, lift


def test_numbers_rise_from_one_in_each_scope_and_year(db: None) -> None:
    assert [allot("a"), allot("a"), allot("b"), allot("a", year=1405)] == [1, 2, 1, 1]


def test_a_block_is_as_long_as_asked(db: None) -> None:
    assert list(allot_block("a", 3)) == [1, 2, 3]
    assert allot("a") == 4


def test_lift_never_lowers(db: None) -> None:
    lift("a", to=50_000)
    lift("a", to=7)
    assert allot("a") == 50_001


def test_a_rollback_gives_the_number_back(db: None) -> None:
    with pytest.raises(RuntimeError), transaction.atomic():
        allot("a")
        raise RuntimeError
    assert allot("a") == 1


@pytest.mark.needs("postgres")
@pytest.mark.django_db(transaction=True)
def test_parallel_callers_get_different_numbers() -> None:
    found: list[int] = []

    def call() -> None:
        found.append(allot("a"))
        connection.close()

    threads = [threading.Thread(target=call) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(found) == list(range(1, 21))
