import datetime as dt

import pytest
from django.db import connection
from django.utils import timezone

from tests.comments.making import open_page, posted
from tests.making import SmallSite
from wagtail_prcouncil.comments.actions import Because, decide, erase
from wagtail_prcouncil.comments.actions.counting_months import count_months
from wagtail_prcouncil.comments.models import CountedMonth, Decision, ReaderComment
from wagtail_prcouncil.comments.months import (
    current_months,
    months_until,
    numbers_of,
    shown_months,
    stored_numbers,
)
from wagtail_prcouncil.comments.states import Reason, Verb
from wagtail_prcouncil.ui.languages import PageLanguage

FA, EN = PageLanguage("fa", is_bidi=True), PageLanguage("en", is_bidi=False)


def _decided(site: SmallSite, verb: Verb, reason: Reason | str = "") -> ReaderComment:
    comment = posted(open_page(site), name="رضا نمونه", email="reza@example.invalid")
    decide(comment.pk, verb, expected_version=1, by=None, because=Because(reason))
    return comment


@pytest.fixture
def year(site: SmallSite) -> list[ReaderComment]:
    made = [
        _decided(site, Verb.APPROVE),
        _decided(site, Verb.REJECT, Reason.INSULT),
        _decided(site, Verb.MARK_SPAM),
        _decided(site, Verb.APPROVE),
        posted(open_page(site)),
    ]
    because = Because(Reason.LIBEL)
    decide(made[3].pk, Verb.TAKE_DOWN, expected_version=2, by=None, because=because)
    erase([made[0].pk], reason=Reason.OWN_WISH)
    return made


def test_months_are_those_of_the_reader() -> None:
    moment = dt.datetime(2026, 3, 20, 20, 29, 59, tzinfo=dt.UTC)  # the last second of 1404
    persian, english = months_until(moment, FA), months_until(moment, EN)
    assert [month.title for month in persian[:2]] == ["اسفند ۱۴۰۴", "بهمن ۱۴۰۴"]
    assert [month.title for month in english[:3]] == ["March 2026", "February 2026", "January 2026"]
    assert persian[0].end == moment + dt.timedelta(seconds=1)
    for months in (persian, english):
        assert len(months) == 12
        joined = zip(months, months[1:], strict=False)
        assert all(month.begin == before.end for month, before in joined)
    assert english[-1].title == "April 2025"


@pytest.mark.parametrize("language", [FA, EN])
def test_numbers_of_a_month(
    year: list[ReaderComment], language: PageLanguage, django_assert_num_queries: object
) -> None:
    with django_assert_num_queries(3):
        numbers = numbers_of(current_months(language))
    assert numbers.received == {0: 5}
    found = {verb: numbers.done(0, verb) for verb in Verb}
    assert found[Verb.APPROVE] == 2
    assert {found[verb] for verb in (Verb.REJECT, Verb.MARK_SPAM, Verb.TAKE_DOWN, Verb.ERASE)} == {
        1
    }
    assert numbers.decided[0, Verb.REJECT, Reason.INSULT] == 1
    assert list(numbers.median) == [0]


def test_the_ledger_is_read_by_its_index(year: list[ReaderComment]) -> None:
    if connection.vendor != "sqlite":
        return  # a handful of rows is scanned in PostgreSQL whatever index there is
    begin = timezone.now() - dt.timedelta(days=30)
    plan = Decision.objects.filter(at__gte=begin, at__lt=timezone.now()).order_by().explain()
    assert "commentdecision_at" in plan


@pytest.mark.parametrize("language", [FA, EN])
def test_what_the_clock_counted_is_what_is_there(
    year: list[ReaderComment], language: PageLanguage, django_assert_num_queries: object
) -> None:
    months = current_months(language)
    with django_assert_num_queries(4):
        counted_now = stored_numbers(months)
    assert counted_now == numbers_of(months)
    count_months()
    with django_assert_num_queries(1):
        stored = stored_numbers(months)
    assert (stored.decided, stored.median) == (counted_now.decided, counted_now.median)
    assert stored.received == dict.fromkeys(range(12), 0) | counted_now.received


def test_only_months_that_are_missing_are_counted(year: list[ReaderComment]) -> None:
    """Though they do not lie side by side."""
    count_months()
    months = current_months(FA)
    CountedMonth.objects.filter(begin__in=[months[0].begin, months[7].begin]).delete()
    stored = stored_numbers(months)
    assert stored.received[0] == 5
    assert stored.done(0, Verb.APPROVE) == 2


def test_months_of_both_calendars_are_counted(db: None) -> None:
    months = shown_months()
    assert {month.begin for month in months} == {
        month.begin for language in (FA, EN) for month in current_months(language)
    }
