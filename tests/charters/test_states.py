"""Words of charters."""

from django.utils.translation import override

from wagtail_prcouncil.charters.models import Charter
from wagtail_prcouncil.charters.states import FROZEN, Kind, Standing, VersionState


def test_whatever_was_adopted_is_frozen_for_good() -> None:
    assert set(VersionState) - FROZEN == {VersionState.DRAFT}
    assert {state.value for state in VersionState} < {standing.value for standing in Standing} | {
        "adopted"
    }


def test_a_kind_has_a_word_of_its_own() -> None:
    with override("fa"):  # «منشور» is one kind of «سند»
        assert Kind.CHARTER.label != Charter._meta.verbose_name
