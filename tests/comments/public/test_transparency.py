from django.core.cache import cache

from tests.comments.test_months import FA, year
from wagtail_prcouncil.comments.models import ReaderComment
from wagtail_prcouncil.comments.months import current_months
from wagtail_prcouncil.comments.public.transparency import kept_numbers

__all__ = ["year"]


def test_numbers_are_kept_for_an_hour(
    year: list[ReaderComment], django_assert_num_queries: object
) -> None:
    cache.clear()
    months = current_months(FA)
    with django_assert_num_queries(4):
        first = kept_numbers(months)
    with django_assert_num_queries(0):
        assert kept_numbers(months) == first
