import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.directory.making import agency
from wagtail_prcouncil.directory.actions import close_agency
from wagtail_prcouncil.directory.importing.register_rows import EMPTY, RegisterRows
from wagtail_prcouncil.directory.models import AgencyName, Province

pytestmark = pytest.mark.django_db


def test_an_agency_in_the_terms_of_a_file() -> None:
    qazvin = Province.objects.get(code="IR-26")
    old = agency("کهن", code="old", parent=agency(code="top"), province=qazvin)
    AgencyName.objects.create(agency=old, name="نام دیگر")
    close_agency(
        old, on=dt.date(2020, 1, 1), reason="split", successors=[agency(code="b"), agency(code="a")]
    )
    values = RegisterRows.read().values("old")
    assert values is not None
    assert values.keys() == EMPTY.keys()
    assert (
        values
        | {
            "parent": "top",
            "province": "IR-26",
            "other_names": ("نام دیگر",),
            "closed_on": dt.date(2020, 1, 1),
            "successors": ("a", "b"),
        }
        == values
    )
    assert RegisterRows.read().values("nobody") is None


def test_four_queries_for_any_number() -> None:
    for _ in range(3):
        AgencyName.objects.create(agency=agency(parent=agency()), name="نام")
    with CaptureQueriesContext(connection) as queries:
        register = RegisterRows.read()
        for code in register.agencies:
            register.values(code)
    assert len(queries) == 4
