import datetime as dt

import pytest

from wagtail_prcouncil.councils.importing.known_days import KnownDay
from wagtail_prcouncil.councils.states import Precision
from wagtail_prcouncil.persian.errors import PersianError


@pytest.mark.parametrize(
    ("text", "written", "precision"),
    [
        ("۱۳۹۶", "1396", Precision.YEAR),
        ("1396/5", "1396/05", Precision.MONTH),
        ("مرداد ۱۳۹۶", "1396/05", Precision.MONTH),
        ("۱۲ مرداد ۱۳۹۶", "1396/05/12", Precision.DAY),
        ("2017-08-03", "1396/05/12", Precision.DAY),
    ],
)
def test_read_as_far_as_known(text: str, written: str, precision: str) -> None:
    found = KnownDay.read(text)
    assert (str(found), found.precision) == (written, precision)
    assert KnownDay.read(str(found)) == found


@pytest.mark.parametrize("text", ["2017", "2017/08", "1396/13", "بهار ۱۳۹۶", "0000", ""])
def test_no_day(text: str) -> None:
    with pytest.raises(PersianError):
        KnownDay.read(text)


def test_a_stored_last_day_is_the_year_it_ends() -> None:
    assert str(KnownDay.stored(dt.date(2018, 3, 20), Precision.YEAR)) == "1396"
