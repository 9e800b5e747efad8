import pytest

from wagtail_prcouncil.directory.models import Province
from wagtail_prcouncil.directory.public.tiles import TILES


@pytest.mark.django_db
def test_every_province_has_a_place_of_its_own() -> None:
    assert set(TILES) == set(Province.objects.values_list("code", flat=True))
    places = {(tile.row, tile.column) for tile in TILES.values()}
    assert len(places) == 31
    assert all(tile.x + 68 <= 502 and tile.y + 44 <= 286 for tile in TILES.values())


def test_north_is_up_and_west_is_left() -> None:
    ardabil, hormozgan, kurdistan = TILES["IR-24"], TILES["IR-22"], TILES["IR-12"]
    assert ardabil.row < hormozgan.row
    assert kurdistan.column < hormozgan.column
    assert (ardabil.short_in("fa"), ardabil.short_in("en")) == ("اردبیل", "Ardabil")
