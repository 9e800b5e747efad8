"""A version ends without another."""

from typing import Any

import pytest

from tests.charters.making import A_DAY, adopted, charter, draft, rewritten
from tests.councils.making import council
from tests.making import SmallSite
from wagtail_prcouncil.charters.actions.repealing import repeal
from wagtail_prcouncil.charters.models import CharterVersion
from wagtail_prcouncil.charters.rules import CharterError, ConflictError
from wagtail_prcouncil.charters.states import Standing
from wagtail_prcouncil.councils.models.seat import today


def test_it_is_in_force_until_the_day_before(site: SmallSite) -> None:
    version = adopted(charter(council(site)))
    repealed = repeal(version, on=today() + A_DAY, reason="پایان دوره", version=None)
    assert repealed.standing == Standing.IN_FORCE
    assert repealed.standing_on(today() + A_DAY) == Standing.REPEALED
    assert list(CharterVersion.objects.in_force()) == [version]
    assert not CharterVersion.objects.on(today() + A_DAY).exists()
    assert repealed.false_digests() == []


def test_it_needs_a_reason_and_a_day_on_which_it_was_in_force(site: SmallSite) -> None:
    version = adopted(charter(council(site)))
    wrong: dict[str, dict[str, Any]] = {
        "reason": {"on": today(), "reason": ""},
        "on": {"on": today() - 60 * A_DAY, "reason": "چرا"},
    }
    for field, given in wrong.items():
        with pytest.raises(CharterError) as refused:
            repeal(version, version=None, **given)
        assert refused.value.field == field


def test_a_draft_a_superseded_and_a_repealed_one_are_not_repealed(site: SmallSite) -> None:
    one = charter(council(site))
    why: dict[str, Any] = {"on": today(), "reason": "چرا", "version": None}
    with pytest.raises(ConflictError):
        repeal(draft(one), **why)
    first = adopted(one)
    draft(one)
    rewritten(one, "دیگر")
    second = adopted(one, days=-1)
    with pytest.raises(ConflictError):
        repeal(first, **why)
    repeal(second, **why)
    with pytest.raises(ConflictError):
        repeal(second, **why)


def test_the_next_takes_over_before_the_day_of_a_repeal(site: SmallSite) -> None:
    one = charter(council(site))
    first = adopted(one)
    repeal(first, on=today() + 30 * A_DAY, reason="پایان", version=None)
    draft(one)
    rewritten(one, "دیگر")
    second = adopted(one, days=0)
    first.refresh_from_db()
    assert first.in_force_until == second.in_force_from
    assert list(CharterVersion.objects.in_force()) == [second]
