"""What the filters find is held by `test_listings.py`; here is what they offer."""

import datetime as dt

import pytest
from django.test import RequestFactory
from django.utils.translation import override

from tests.directory.making import agency
from wagtail_prcouncil.directory.admin.filters import AgencyFilterSet
from wagtail_prcouncil.directory.models import Agency

pytestmark = pytest.mark.django_db


def filters(rf: RequestFactory, **data: str) -> AgencyFilterSet:
    return AgencyFilterSet(data, Agency.objects.all(), request=rf.get("/"))


def test_only_agencies_with_others_below_them(rf: RequestFactory) -> None:
    top = agency()
    agency(parent=top)
    offered = list(filters(rf).form.fields["parent"].queryset)
    assert offered == [top]


def test_provinces_in_the_editors_language(rf: RequestFactory) -> None:
    with override("en"):
        labels = [label for _key, label in filters(rf).form.fields["province"].choices]
    assert "Qazvin" in labels


def test_closed_in_a_span_of_jalali_days(rf: RequestFactory) -> None:
    spring = agency(closed_on=dt.date(2024, 3, 20), closing_reason="abolished")
    agency(closed_on=dt.date(2024, 3, 19), closing_reason="abolished")
    agency()
    with override("fa"):
        found = filters(rf, closed_on_from="۱۴۰۳/۰۱/۰۱", closed_on_to="۱۴۰۳/۰۱/۳۱").qs
        assert list(found) == [spring]


def test_a_choice_that_is_not_offered_is_an_error(rf: RequestFactory) -> None:
    assert list(filters(rf, status="nonsense", province="آب").errors) == ["province", "status"]
