import datetime as dt

import pytest

from wagtail_prcouncil.councils.public.known_days import as_known, in_popolo
from wagtail_prcouncil.councils.states import Precision
from wagtail_prcouncil.ui.languages import PageLanguage

FA, EN = PageLanguage("fa", is_bidi=True), PageLanguage("en", is_bidi=False)
MEHR = dt.date(2017, 9, 23)  # 1 Mehr 1396


@pytest.mark.parametrize(
    ("day", "precision", "persian", "english"),
    [
        (MEHR, Precision.DAY, "۱ مهر ۱۳۹۶", "23 September 2017"),
        (MEHR, Precision.MONTH, "مهر ۱۳۹۶", "September / October 2017"),
        (dt.date(2017, 12, 22), Precision.MONTH, "دی ۱۳۹۶", "December 2017 / January 2018"),
        (MEHR, Precision.YEAR, "۱۳۹۶", "2017 / 2018"),
    ],
)
def test_as_far_as_known(day: dt.date, precision: str, persian: str, english: str) -> None:
    assert as_known(day, precision, FA) == persian
    assert as_known(day, precision, EN) == english


def test_for_popolo() -> None:
    told = [in_popolo(MEHR, precision) for precision in Precision]
    assert told == ["2017-09-23", "2017-09", "2017"]
    assert in_popolo(None, Precision.DAY) is None
