import datetime as dt

from django.contrib.auth.models import User
from django.utils import timezone, translation
from hypothesis import given
from hypothesis import strategies as st

from wagtail_prcouncil.comments.admin import phrases


def test_numbers_are_in_the_reader_s_digits() -> None:
    now = timezone.now()
    with translation.override("fa"):
        assert phrases.age(now - dt.timedelta(hours=3), now).startswith("۳")
    with translation.override("en"):
        assert phrases.age(now - dt.timedelta(hours=3), now) == "3\xa0hours"
        assert phrases.reports(2) == "2 reports"
        assert phrases.group(3, 9) == "3 comments in these words"
        assert phrases.group(9, 9) == "9 comments or more in these words"


def test_nothing_is_said_of_the_only_one() -> None:
    assert phrases.record(0, 0, 1) == phrases.group(1, 9) == phrases.reports(0) == ""


def test_who_has_no_name_is_called_by_his_account() -> None:
    assert phrases.called(User(username="m1")) == "m1"
    assert phrases.called(User(username="m1", first_name="بازبین")) == "بازبین"


times = st.timedeltas(min_value=dt.timedelta(), max_value=dt.timedelta(days=1500))


@given(times, times)
def test_moments_of_which_the_same_is_said(passed: dt.timedelta, since: dt.timedelta) -> None:
    now = dt.datetime(2024, 1, 1, tzinfo=dt.UTC) + since
    at = now - passed
    assert phrases.age(phrases.as_long_ago(at, now), now) == phrases.age(at, now)
