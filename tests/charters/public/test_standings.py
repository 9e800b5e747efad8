from wagtail_prcouncil.charters.public.standings import TONES
from wagtail_prcouncil.charters.states import Standing


def test_every_standing_has_a_tone() -> None:
    assert set(TONES) == set(Standing)
