import datetime as dt

import pytest
from django.utils import timezone

from tests.comments.making import moderator, open_page, posted
from tests.making import SmallSite
from wagtail_prcouncil.comments.actions import Because, decide, undo
from wagtail_prcouncil.comments.models import ReaderComment
from wagtail_prcouncil.comments.scopes import scope_of
from wagtail_prcouncil.comments.states import Reason, Right, Verb
from wagtail_prcouncil.comments.statistics import spans, verdicts, waits

HOUR = dt.timedelta(hours=1)


def _waited(site: SmallSite, *hours: int, verb: Verb = Verb.APPROVE) -> list[ReaderComment]:
    """Comments that came so many hours before they were decided."""
    page, found = open_page(site), []
    for number in hours:
        comment = posted(page)
        long_ago = timezone.now() - number * HOUR
        ReaderComment.objects.filter(pk=comment.pk).update(posted_at=long_ago)
        because = Because(Reason.INSULT)
        decide(comment.pk, verb, expected_version=1, by=None, because=because)
        found.append(comment)
    return found


def _now() -> tuple[dt.datetime, dt.datetime]:
    return timezone.now() - HOUR, timezone.now() + HOUR


@pytest.mark.parametrize(
    ("hours", "median", "ninetieth"),
    [
        ((7,), 7, 7),
        ((1, 2), 1, 2),
        ((5, 1, 3), 3, 5),
        (tuple(range(10, 0, -1)), 5, 9),
        (tuple(range(1, 12)), 6, 10),
    ],
)
def test_half_and_nine_tenths_by_the_nearest_rank(
    site: SmallSite, hours: tuple[int, ...], median: int, ninetieth: int
) -> None:
    _waited(site, *hours)
    found = waits(verdicts(*_now()))[0]
    assert found.number == len(hours)
    assert found.median // HOUR == median
    assert found.ninetieth // HOUR == ninetieth


def test_nothing_waited_for_nothing(site: SmallSite) -> None:
    assert waits(verdicts(*_now())) == {}


def test_what_was_taken_back_or_reopened_is_no_wait(site: SmallSite) -> None:
    boss = moderator(site.index)
    (comment,) = _waited(site, 5)
    args = {"by": boss, "because": Because(Reason.OTHER, "اشتباه")}
    decide(comment.pk, Verb.REOPEN, expected_version=2, **args)
    decide(comment.pk, Verb.REJECT, expected_version=3, **args)
    taken_back = decide(posted(open_page(site)).pk, Verb.APPROVE, expected_version=1, by=boss)
    undo(taken_back, by=boss)
    assert verdicts(*_now()).count() == 2
    assert waits(verdicts(*_now()))[0].number == 1


def test_only_within_a_scope_and_a_time(site: SmallSite) -> None:
    """T15: numbers tell nothing of other sections either."""
    _waited(site, 5)
    inside = scope_of(moderator(site.section), Right.MODERATE)
    outside = scope_of(moderator(site.index_en), Right.MODERATE)
    assert verdicts(*_now(), inside).count() == 1
    assert verdicts(*_now(), outside).count() == 0
    assert verdicts(_now()[0] - HOUR, _now()[0]).count() == 0


def test_thousands_are_added_up_by_the_second(
    site: SmallSite, django_assert_num_queries: object
) -> None:
    _waited(site, *range(1, 30))
    with django_assert_num_queries(1) as asked:
        waits(verdicts(*_now()))
    assert "GROUP BY" in asked.captured_queries[0]["sql"]


def test_seconds_are_whole(site: SmallSite) -> None:
    (comment,) = _waited(site, 5)
    for waited in (0.25, 59.9, 86_400.1):
        came = comment.decisions.get().at - dt.timedelta(seconds=waited)
        ReaderComment.objects.filter(pk=comment.pk).update(posted_at=came)
        assert spans(verdicts(*_now())) == {0: {int(waited): 1}}
