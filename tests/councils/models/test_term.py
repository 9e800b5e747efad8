import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from django.utils import translation

from tests.councils.making import START, council
from tests.making import SmallSite
from wagtail_prcouncil.councils.models import Term

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


def test_which_term_it_was(site: SmallSite) -> None:
    page = council(site)
    first = Term.objects.create(council=page, number=1, since=START, until=START + 9 * DAY)
    second = Term.objects.create(council=page, number=2, since=START + 10 * DAY)
    for day, term in ((START, first), (START + 9 * DAY, first), (START + 10 * DAY, second)):
        assert list(Term.objects.on(day)) == [term]
    assert list(Term.objects.latest_first()) == [second, first]


def test_its_number_in_the_readers_digits(site: SmallSite) -> None:
    term = Term(council=council(site), number=3, since=START)
    with translation.override("en"):
        assert str(term) == "Term 3"
    with translation.override("fa"):
        assert "۳" in str(term)


def test_the_database_refuses_what_cannot_be(site: SmallSite) -> None:
    page = council(site)
    Term.objects.create(council=page, number=1, since=START)
    for wrong in (
        {"number": 1, "since": START},
        {"number": 0, "since": START},
        {"number": 2, "since": START, "until": START - DAY},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Term.objects.create(council=page, **wrong)
