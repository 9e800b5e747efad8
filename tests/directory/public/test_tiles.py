import pytest

from wagtail_prcouncil.directory.models import Province
from wagtail_prcouncil.directory.public.tiles import TILES


@pytest.mark.django_db
def test_every_province_has_a_place_of_its_own() -> None:
    assert set(TILES) == set(Province.objects.values_list("code", flat=True))
    places = {(tile.row, tile.column) for tile in TILES.values()}
    assert len(places) == 31
    assert all(tile.x + 74 <= 544 and tile.y + 52 <= 334 for tile in TILES.values())


def test_north_is_up_and_west_is_left() -> None:
    ardabil, hormozgan, kurdistan = TILES["IR-24"], TILES["IR-22"], TILES["IR-12"]
    assert ardabil.row < hormozgan.row
    assert kurdistan.column < hormozgan.column


def test_lines_of_a_name_stand_above_the_number() -> None:
    ardabil, razavi = TILES["IR-24"], TILES["IR-09"]
    assert ardabil.lines_in("fa") == [(ardabil.y + 20, "اردبیل")]
    assert [line for _y, line in razavi.lines_in("en")] == ["Razavi", "Khorasan"]
    for tile in TILES.values():
        for language in ("fa", "en"):
            lines = tile.lines_in(language)
            assert len(lines) < 3
            assert tile.y < lines[0][0] <= lines[-1][0] < tile.count_line < tile.y + 52


@pytest.mark.django_db
def test_the_lines_make_the_name() -> None:
    for province in Province.objects.all():
        tile = TILES[province.code]
        for language in ("fa", "en"):
            words = " ".join(line for _y, line in tile.lines_in(language))
            assert words.replace("&", "and") == province.name_in(language)
