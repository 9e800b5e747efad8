import pytest
from django.db import IntegrityError, transaction

from wagtail_prcouncil.numbering.models import Counter


def test_a_scope_counts_once_a_year(db: None) -> None:
    counter = Counter.objects.create(scope="a", year=1405, last=7)
    assert str(counter) == "a/1405: 7"
    with pytest.raises(IntegrityError), transaction.atomic():
        Counter.objects.create(scope="a", year=1405)
