from tests.making import SmallSite
from tests.meetings.making import announced, approved, circulated, held, staffed_council
from tests.meetings.public.making import session, told_meeting
from wagtail_prcouncil.meetings.models import Meeting
from wagtail_prcouncil.meetings.public.records import Record


def record(one: Meeting) -> Record:
    return session(one.page).record


def test_steps_go_on_one_by_one(site: SmallSite) -> None:
    made = held(staffed_council(site))
    done = [[step.is_done for step in record(made).steps]]
    sent = circulated(made)
    done.append([step.is_done for step in record(sent).steps])
    assert done == [[True, False, False, False], [True, True, False, False]]
    assert [step.is_current for step in record(sent).steps] == [False, False, True, False]


def test_no_steps_before_it_was_held(site: SmallSite) -> None:
    assert record(announced(staffed_council(site))).steps == []


def test_days_are_told_as_far_as_they_hold(site: SmallSite) -> None:
    done = approved(held(staffed_council(site)))
    assert record(done).circulated_at is not None
    assert record(done).published_at is None
    assert record(done).passages == []


def test_once_published(site: SmallSite) -> None:
    shown = session(told_meeting(site).page).record
    assert shown.is_published
    assert shown.published_at is not None
    assert [step.is_current for step in shown.steps] == [False] * 4
    assert shown.passages
    assert not shown.has_public_scan
