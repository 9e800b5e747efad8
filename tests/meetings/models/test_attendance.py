import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from tests.making import SmallSite
from tests.meetings.making import held, staffed_council
from wagtail_prcouncil.meetings.models import Attendance
from wagtail_prcouncil.meetings.states import Presence

pytestmark = pytest.mark.django_db


def test_who_came(site: SmallSite) -> None:
    one = held(staffed_council(site))
    first = one.attendances.order_by("pk")[0]
    Attendance.objects.filter(pk=first.pk).update(presence=Presence.ABSENT)
    guest = Attendance.objects.create(meeting=one, presence=Presence.GUEST, name="مهمان")
    assert (one.attendances.of_seats().count(), one.attendances.there().count()) == (3, 2)
    assert list(one.attendances.guests()) == [guest]


@pytest.mark.parametrize(
    "said", [{"presence": Presence.GUEST}, {"presence": Presence.REPRESENTED}, {"seat": None}]
)
def test_what_the_database_refuses(site: SmallSite, said: dict[str, object]) -> None:
    line = held(staffed_council(site)).attendances.all()[0]
    with pytest.raises(IntegrityError), transaction.atomic():
        Attendance.objects.filter(pk=line.pk).update(**said)


def test_whoever_attended_stays_in_the_history(site: SmallSite) -> None:
    line = held(staffed_council(site)).attendances.all()[0]
    for row in (line.person, line.appointment, line.seat):
        assert row is not None
        with pytest.raises(ProtectedError), transaction.atomic():
            row.delete()
