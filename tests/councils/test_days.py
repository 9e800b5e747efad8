"""Days that a council can mean."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from wagtail_prcouncil.councils.days import check_day


@pytest.mark.parametrize("day", [dt.date.min, dt.date(1800, 1, 1), dt.date.max])
def test_days_that_nobody_can_have_meant(day: dt.date) -> None:
    with pytest.raises(ValidationError):
        check_day(day)


def test_days_of_our_time() -> None:
    check_day(dt.date(1960, 1, 1))
