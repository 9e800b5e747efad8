import datetime as dt

from django.utils import timezone

from wagtail_prcouncil.clock.models import JobRecord, Tick

HOUR = dt.timedelta(hours=1)


def test_due_are_those_whose_time_has_come_and_which_nobody_runs(db: None) -> None:
    now = timezone.now()
    for name, due_at, held_until in [
        ("due", now, None),
        ("later", now + HOUR, None),
        ("held", now - HOUR, now + HOUR),
        ("died", now - HOUR, now),
    ]:
        JobRecord.objects.create(name=name, due_at=due_at, held_until=held_until)
    assert {str(record) for record in JobRecord.objects.due(now)} == {"due", "died"}


def test_the_last_tick_is_one_row(db: None) -> None:
    assert Tick.last() is None
    row = Tick.objects.create(pk=Tick.THE_ONE, ticked_at=dt.datetime(2026, 11, 22, tzinfo=dt.UTC))
    assert Tick.last() == row.ticked_at
    assert str(row) == "2026-11-22T00:00:00+00:00"
