"""Pages whose rows tell how many there are: as Wagtail's own, with a query less."""

import pytest
from django.db.models import Q
from wagtail.admin.paginator import WagtailPaginator

from tests.directory.making import agency
from wagtail_prcouncil.directory.models import Agency
from wagtail_prcouncil.pages.counted import CountedPaginator

MANY, SIZE = 23, 5


@pytest.fixture(autouse=True)
def agencies(db: None) -> None:
    for number in range(MANY):
        agency(f"دستگاه {number:02}")


@pytest.mark.parametrize(
    "asked",
    [None, "", "1", "3", "۳", 5, "5", "6", "0", "-1", "x", "1.5", "\0", "9" * 18, "9" * 5_000],
)
def test_the_same_pages_as_wagtails(asked: str | int | None) -> None:
    rows = Agency.objects.by_name()
    ours = CountedPaginator(rows, SIZE).get_page(asked)
    theirs = WagtailPaginator(rows, SIZE).get_page(asked)
    assert list(ours) == list(theirs)
    assert (ours.number, ours.has_next()) == (theirs.number, theirs.has_next())
    assert (ours.paginator.count, ours.paginator.num_pages) == (MANY, 5)


def test_one_query(django_assert_num_queries: object) -> None:
    rows = Agency.objects.filter(Q(name__contains="1")).select_related("parent").by_name()
    with django_assert_num_queries(1):  # type: ignore[operator]
        page = CountedPaginator(rows, SIZE).get_page("2")
        assert page.paginator.count == rows_with_one()
        assert len(page) == SIZE


def rows_with_one() -> int:
    return sum("1" in str(number).zfill(2) for number in range(MANY))


def test_nothing_found() -> None:
    page = CountedPaginator(Agency.objects.none(), SIZE).get_page("1")
    assert (list(page), page.number, page.paginator.count) == ([], 1, 0)
    rows = Agency.objects.filter(name="نیست").by_name()
    page = CountedPaginator(rows, SIZE).get_page(None)
    assert (list(page), page.number, page.paginator.count) == ([], 1, 0)
