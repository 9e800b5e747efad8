"""Giving out a number, and lifting a counter above numbers that came from elsewhere."""

from django.db import transaction
from django.db.models import F, QuerySet
from django.db.models.functions import Greatest

from wagtail_prcouncil.numbering.models import Counter


def allot(scope: str, *, year: int = 0) -> int:
    """The next number of the scope; never the same one twice."""
    return allot_block(scope, 1, year=year)[0]


def allot_block(scope: str, count: int, *, year: int = 0) -> range:
    """The next `count` numbers of the scope, for imports.

    The counter's row stays locked until the transaction ends, so that parallel callers queue
    up. A rollback gives the numbers back: there are no gaps of our making.
    """
    with transaction.atomic():
        row = _row(scope, year)
        row.update(last=F("last") + count)
        last = row.values_list("last", flat=True).get()
        return range(last - count + 1, last + 1)


def lift(scope: str, *, to: int, year: int = 0) -> None:
    """Make sure that no number up to `to` is given out any more; for imports of old archives."""
    with transaction.atomic():
        _row(scope, year).update(last=Greatest("last", to))


def _row(scope: str, year: int) -> QuerySet[Counter]:
    """The scope's counter as a queryset of one row, made if it is the first time.

    The insert ignores a conflict: of two first callers one makes the row, none fails.
    """
    row = Counter.objects.filter(scope=scope, year=year)
    if not row.exists():
        Counter.objects.bulk_create([Counter(scope=scope, year=year)], ignore_conflicts=True)
    return row
