import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy, override

from wagtail_prcouncil.exchange.columns import (
    DayColumn,
    ImportColumn,
    day,
    of_field,
    one_of,
    several,
    shown_day,
)
from wagtail_prcouncil.persian.text import fold

pytestmark = pytest.mark.once


@pytest.mark.parametrize("text", ["1370/02/01", "۱۳۷۰/۲/۱", "1991-04-21", "۱ اردیبهشت ۱۳۷۰"])
def test_a_day_in_either_calendar_and_any_digits(text: str) -> None:
    assert day(text) == dt.date(1991, 4, 21)


def test_no_day_is_none_and_nonsense_is_refused() -> None:
    assert day("") is None
    with override("en"), pytest.raises(ValidationError, match="1403/13/01"):
        day("1403/13/01")


def test_a_day_is_shown_to_persian_readers_in_theirs_and_to_others_in_both() -> None:
    with override("fa"):
        assert shown_day("1991-04-21") == "۱۳۷۰/۰۲/۰۱"
    with override("en"):
        shown = shown_day(dt.date(1991, 4, 21))
    assert shown == "1991-04-21 (1370/02/01)"
    assert shown_day("") == shown_day(None) == ""


def test_headings_in_both_languages_and_any_spelling() -> None:
    column = ImportColumn("news_code", gettext_lazy("News code"), str, aliases=("شمارهٔ خبر",))
    keys = column.heading_keys()
    assert {fold(text) for text in ("NEWS-CODE", "كد خبر", "شماره‌ی خبر".replace("‌ی", "ٔ"))} <= keys


def test_a_day_is_known_by_the_headings_that_exports_give_it() -> None:
    keys = DayColumn("founded_on", "founded on", aliases=("تاریخ تأسیس",)).heading_keys()
    for heading in ("Founded on (Jalali)", "founded_on", "تاریخ تاسیس (شمسی)"):
        assert fold(heading) in keys


def test_a_choice_by_value_or_label() -> None:
    parse = one_of({"head_office": ["head office", "ستاد"], "bank": ["بانک"]})
    assert [parse(t) for t in ("HEAD OFFICE", "head_office", "ستاد", "بانك")] == [
        "head_office",
        "head_office",
        "head_office",
        "bank",
    ]
    with override("en"), pytest.raises(ValidationError, match="head office، بانک"):
        parse("ادارهٔ")
    assert parse("") == ""


def test_several_texts_in_one_cell() -> None:
    assert several("؛|")("الف؛ ب | الف\nپ") == ("الف", "ب", "پ")
    assert several("؛")("") == ()


def test_a_cell_is_held_to_the_rules_of_its_field() -> None:
    parse = of_field(models.CharField(max_length=5), ascii_digits=True)
    assert parse("۱۲  ۳") == "12 3"
    with pytest.raises(ValidationError):
        parse("123456")
    with pytest.raises(ValidationError):
        of_field(models.URLField(blank=True))("no address")
