import datetime as dt

import pytest
from django.template.loader import render_to_string

from wagtail_prcouncil.ui.languages import PageLanguage
from wagtail_prcouncil.ui.tenure import Stay, Tenure

FA, EN = PageLanguage("fa", is_bidi=True), PageLanguage("en", is_bidi=False)
FIRST, LAST = dt.date(2026, 1, 1), dt.date(2026, 4, 10)  # a hundred days


def day(number: int) -> dt.date:
    """The first is 1."""
    return FIRST + dt.timedelta(days=number - 1)


def drawn(*stays: Stay, language: PageLanguage = EN) -> list[tuple[str, str]]:
    tenure = Tenure.of({"Secretary": stays}, FIRST, LAST, language)
    return [(bar.x, bar.width) for bar in tenure.rows[0].bars]


def test_a_day_is_a_hundredth_of_a_hundred_days() -> None:
    assert drawn(Stay("a", day(1), day(1))) == [("0.000%", "1.000%")]
    assert drawn(Stay("a", day(1), day(37)), Stay("b", day(38))) == [
        ("0.000%", "37.000%"),
        ("37.000%", "63.000%"),
    ]


def test_time_runs_from_the_right_on_persian_pages() -> None:
    first, second = drawn(Stay("a", day(1), day(37)), Stay("b", day(38)), language=FA)
    assert first == ("63.000%", "37.000%")
    assert second == ("0.000%", "63.000%")


def test_no_bar_is_drawn_over_the_next() -> None:
    """Of the first the year of its end is known, and the second began in that year."""
    assert drawn(Stay("a", day(1), day(60)), Stay("b", day(38))) == [
        ("0.000%", "37.000%"),
        ("37.000%", "63.000%"),
    ]
    assert drawn(Stay("a", day(1), day(9)), Stay("b", day(1))) == [("0.000%", "100.000%")]


def test_what_lies_outside_is_cut_off() -> None:
    long_ago = Stay("a", dt.date(2020, 1, 1), dt.date(2021, 1, 1))
    before = Stay("b", dt.date(2025, 1, 1), day(10))
    after = Stay("c", LAST + dt.timedelta(days=1))
    assert drawn(long_ago, before, after) == [("0.000%", "10.000%")]


def test_a_name_stands_in_its_bar_where_some_of_it_has_room() -> None:
    stays = [Stay("Nemuneyar Nemunepur", day(1), day(8)), Stay("Nemunepur", day(9), day(30))]
    bars = Tenure.of({"Secretary": stays}, FIRST, LAST, EN).rows[0].bars
    assert [bar.words for bar in bars] == ["", "Nemunepur"]
    long = Stay("Nemunepur of a very long name", day(1), day(10))
    assert Tenure.of({"Secretary": [long]}, FIRST, LAST, EN).rows[0].bars[0].words == long.name
    short = Stay("نم\u200cنه", day(1), day(8))
    assert Tenure.of({"دبیر": [short]}, FIRST, LAST, FA).rows[0].bars[0].words == short.name


def test_a_place_of_which_nothing_is_known_says_so() -> None:
    tenure = Tenure.of({"Secretary": []}, FIRST, LAST, EN)
    shown = render_to_string("prcouncil_ui/components/tenure.html", {"tenure": tenure})
    assert shown.count("<li>") == 1


def test_stays_are_told_in_order_and_in_full() -> None:
    old, new = Stay("a", dt.date(2020, 1, 1), day(10)), Stay("b", day(11))
    row = Tenure.of({"Secretary": [new, old]}, FIRST, LAST, EN).rows[0]
    assert row.stays == (old, new)
    assert [stay.is_current for stay in row.stays] == [False, True]


def test_nobody_sits_in_a_vacant_place() -> None:
    assert Stay("a", day(11), note="acting", look="acting").is_current
    assert not Stay("Vacant", day(11), look="vacant").is_current


def test_years_are_those_of_the_readers_calendar() -> None:
    # 1405 begins on 21 March 2026, day 80 of the span.
    english, persian = (Tenure.of({}, FIRST, LAST, language) for language in (EN, FA))
    assert [(tick.x, tick.year) for tick in english.ticks] == [("0.000%", "2026")]
    assert [(tick.x, tick.year) for tick in persian.ticks] == [("21.000%", "۱۴۰۵")]


def test_a_span_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(ValueError, match="before it starts"):
        Tenure.of({}, LAST, FIRST, EN)


def test_of_a_day_no_more_is_told_than_known() -> None:
    stay = Stay("نمونه", dt.date(2026, 1, 1), day(10), since_words="۱۴۰۴")
    tenure = Tenure.of({"دبیر": [stay]}, FIRST, LAST, FA)
    template = "prcouncil_ui/components/tenure.html"
    shown = render_to_string(template, {"tenure": tenure})
    assert "۱۴۰۴" in shown
    assert "2026-01-01" not in shown
    assert 'datetime="2026-01-10"' in shown
