"""Words of charters."""

from wagtail_prcouncil.charters.states import FROZEN, Standing, VersionState


def test_whatever_was_adopted_is_frozen_for_good() -> None:
    assert set(VersionState) - FROZEN == {VersionState.DRAFT}
    assert {state.value for state in VersionState} < {standing.value for standing in Standing} | {
        "adopted"
    }
