from django.utils import translation

from tests.making import SmallSite
from tests.meetings.making import held, published, resolution, staffed_council
from wagtail_prcouncil.meetings.models import Attendance, Resolution
from wagtail_prcouncil.meetings.tables import ATTENDANCES, PUBLIC_RESOLUTIONS, RESOLUTIONS


def test_a_resolution_in_both_calendars(site: SmallSite) -> None:
    one = held(staffed_council(site, seats=1))
    resolution(one, "متن")
    published(one)
    with translation.override("en"):
        (line,) = RESOLUTIONS.lines(Resolution.objects.all())
        told = dict(zip(RESOLUTIONS.headings(), line, strict=True))
    assert one.day is not None
    assert told["Day of the meeting (Gregorian)"] == one.day.isoformat()
    assert str(told["Day of the meeting (Jalali)"]).startswith("14")
    assert str(told["Number"]).startswith("1/14")


def test_readers_get_no_note_and_no_visibility() -> None:
    assert set(PUBLIC_RESOLUTIONS.headings()) < set(RESOLUTIONS.headings())


def test_attendance_costs_one_query(site: SmallSite, django_assert_num_queries: object) -> None:
    held(staffed_council(site, seats=4))
    with django_assert_num_queries(1):  # type: ignore[operator]
        assert len(list(ATTENDANCES.lines(Attendance.objects.all()))) == 4
