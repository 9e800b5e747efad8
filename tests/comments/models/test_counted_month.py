import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from wagtail_prcouncil.comments.models import CountedMonth


def test_a_month_is_stored_once_and_calendars_do_not_meet(db: None) -> None:
    begin = timezone.now()
    end, now = begin + dt.timedelta(days=30), begin
    CountedMonth.objects.create(begin=begin, end=end, received=3, counted_at=now)
    later = end + dt.timedelta(days=1)
    CountedMonth.objects.create(begin=begin, end=later, received=4, counted_at=now)
    with pytest.raises(IntegrityError), transaction.atomic():
        CountedMonth.objects.create(begin=begin, end=end, received=5, counted_at=now)
