import pytest

from tests.councils.making import council
from tests.kinds import restrict
from tests.making import SmallSite
from tests.meetings.making import approved, fresh, held, resolution, staffed_council
from tests.meetings.public.making import Told, forwarded, session, told_meeting
from wagtail_prcouncil.meetings.actions import minuting, resolving
from wagtail_prcouncil.meetings.public.decisions import Decisions


@pytest.fixture
def told(site: SmallSite) -> Told:
    return told_meeting(site)


def test_nothing_before_the_minutes_are_published(site: SmallSite) -> None:
    made = held(staffed_council(site))
    resolution(made)
    found = Decisions(approved(made))
    assert (found.resolutions, found.assignments, found.others) == ([], {}, [])


def test_what_is_for_everybody(told: Told) -> None:
    shown = session(told.page)
    assert [row.resolution.text for row in shown.decisions] == ["ماهانه منتشر شود"]
    assert [task.assignment.task for task in shown.decisions[0].tasks] == ["فرستادن گزارش"]
    assert [task.assignment.task for task in shown.other_tasks] == ["فرستادن عکس‌ها"]


def test_what_is_late_says_so(told: Told) -> None:
    decision = session(told.page).decisions[0]
    assert decision.is_overdue
    assert decision.tasks[0].tone == "bad"


def test_where_it_was_sent_and_where_it_came_from(told: Told, site: SmallSite) -> None:
    other, private = staffed_council(site, title="شورای استان"), council(site, "شورای پنهان")
    row = told.meeting.resolutions.get(text="ماهانه منتشر شود")
    for to in (other, private):
        forwarded(row, to)
    restrict(private)
    sent = session(told.page).decisions[0].forwardings
    assert [one.host.title for one in sent] == ["شورای استان"]
    taken = held(other)
    resolving.take_up(row.forwardings.get(council=other), taken, version=taken.version)
    done = approved(fresh(taken))
    done = minuting.publish(done, version=done.version)
    origin = session(done.page).decisions[0].origin
    assert origin is not None
    assert (origin.resolution, origin.host.title) == (row, "شورای روابط عمومی")
