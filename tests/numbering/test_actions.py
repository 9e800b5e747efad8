from concurrent.futures import ThreadPoolExecutor

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


@pytest.mark.django_db(transaction=True)
def test_parallel_callers_get_different_numbers() -> None:
    def call() -> int:
        try:
            return allot("a")
        finally:
            connection.close()

    with ThreadPoolExecutor(20) as pool:
        calls = [pool.submit(call) for _ in range(20)]
    assert sorted(done.result() for done in calls) == list(range(1, 21))
