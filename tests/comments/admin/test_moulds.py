from django.utils.safestring import mark_safe

from wagtail_prcouncil.comments.admin.moulds import Mould, place, places


def test_words_are_filled_in_and_escaped() -> None:
    mould = Mould.of(f'<b id="{place("key")}">{place("name")}</b>{place("name")}')
    words = {"key": '1"', "name": mark_safe("<mark>آب</mark>")}
    assert mould.filled(words) == '<b id="1&quot;"><mark>آب</mark></b><mark>آب</mark>'
    assert mould.filled(words | {"name": "&"}).endswith("&amp;</b>&amp;")


def test_what_looks_like_a_place_in_somebody_s_words_stays_as_it_is() -> None:
    mould = Mould.of(f"{place('text')}|{place('key')}")
    assert mould.filled({"text": place("key") + "x", "key": "7"}) == f"{place('key')}x|7"


def test_where_nothing_is_said_there_is_no_place() -> None:
    assert places({"holder": "", "name": "آب"}) == {"holder": "", "name": place("name")}
