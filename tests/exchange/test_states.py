import pytest

from wagtail_prcouncil.exchange.states import TRANSITIONS, RunState, sources

pytestmark = pytest.mark.once


def test_every_state_is_in_the_table_and_the_ends_are_ends() -> None:
    assert set(TRANSITIONS) == set(RunState)
    assert [state for state in RunState if not TRANSITIONS[state]] == ["done", "withdrawn"]


def test_only_a_running_import_ends_well() -> None:
    assert sources(RunState.DONE) == ["running"]
    assert set(sources(RunState.WITHDRAWN)) == {"checked", "running", "failed"}
