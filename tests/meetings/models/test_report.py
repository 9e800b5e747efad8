import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from tests.directory.making import agency
from tests.making import SmallSite
from tests.meetings.making import meeting, staffed_council
from wagtail_prcouncil.directory.models import Agency
from wagtail_prcouncil.meetings.models import MemberReport
from wagtail_prcouncil.meetings.states import ReportState

pytestmark = pytest.mark.django_db
DAY = dt.date(2026, 1, 1)


def test_reports_by_where_they_stand(site: SmallSite) -> None:
    one, who = meeting(staffed_council(site)), agency()
    asked = MemberReport.objects.create(meeting=one, agency=who, due_on=DAY)
    done = MemberReport.objects.create(
        meeting=one, agency=agency(), due_on=DAY, state=ReportState.ACCEPTED
    )
    assert list(MemberReport.objects.outstanding()) == [asked]
    assert list(MemberReport.objects.accepted()) == [done]
    mine = Agency.objects.filter(pk=who.pk)
    assert list(MemberReport.objects.for_agencies(mine)) == [asked]


def test_an_agency_reports_once_on_each_kind(site: SmallSite) -> None:
    one, who = meeting(staffed_council(site)), agency()
    MemberReport.objects.create(meeting=one, agency=who, due_on=DAY)
    with pytest.raises(IntegrityError), transaction.atomic():
        MemberReport.objects.create(meeting=one, agency=who, due_on=DAY)
