"""What is overdue, and when the head of an agency is to be told."""

import datetime as dt

from django.utils import timezone

from tests.making import SmallSite, chosen
from tests.meetings.making import held, staffed_council
from tests.meetings.owing import agencies_at, assignment
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.meetings.actions.assigning import assign, follow_up
from wagtail_prcouncil.meetings.models import Assignment
from wagtail_prcouncil.meetings.transitions import AssignmentVerb


def test_overdue_is_what_is_undone_after_its_last_day(site: SmallSite) -> None:
    made = held(staffed_council(site), days=-40)
    agency = agencies_at(made.council)[0]
    late, last_day = assignment(made, agency, days=-1), assignment(made, agency, days=0)
    done, blocked = assignment(made, agency, days=-5), assignment(made, agency, days=-6)
    follow_up(done, text="شد", verb=AssignmentVerb.FULFIL, version=done.version)
    follow_up(blocked, text="ماند", blocked_by="بودجه", version=blocked.version)
    assert set(Assignment.objects.overdue()) == {late, blocked}
    for row in Assignment.objects.all():
        assert row.is_overdue == (row in (late, blocked))
    assert last_day in Assignment.objects.due_within(0)


def test_escalated_is_what_is_overdue_for_so_many_days_once(site: SmallSite) -> None:
    made = held(staffed_council(site), days=-40)
    agency = agencies_at(made.council)[0]
    assignment(made, agency, days=-2)
    old = assignment(made, agency, days=-3)
    with chosen(ESCALATION_DAYS=3):
        assert list(Assignment.objects.to_escalate()) == [old]
        Assignment.objects.filter(pk=old.pk).update(escalated_at=timezone.now())
        assert not Assignment.objects.to_escalate().exists()
        again = Assignment.objects.get(pk=old.pk)
        again.due_on = today() - dt.timedelta(days=4)
        assign(again, version=again.version)
        assert list(Assignment.objects.to_escalate()) == [old]


def test_what_is_opened_again_can_be_escalated_again(site: SmallSite) -> None:
    made = held(staffed_council(site), days=-40)
    one = assignment(made, agencies_at(made.council)[0], days=-20)
    Assignment.objects.filter(pk=one.pk).update(escalated_at=timezone.now())
    for verb in (AssignmentVerb.FULFIL, AssignmentVerb.REOPEN):
        version = Assignment.objects.get(pk=one.pk).version
        follow_up(one, text="پیگیری", verb=verb, version=version)
    assert list(Assignment.objects.to_escalate()) == [one]
