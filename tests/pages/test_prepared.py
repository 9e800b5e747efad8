from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext

from tests.making import SmallSite, live_news, small_site
from wagtail_prcouncil.news.models import NewsPage
from wagtail_prcouncil.pages.prepared import Prepared, samples

COLUMNS = ("pk", "title", "translation_key", "published_at", "live", "locale__language_code")


@pytest.fixture
def site(db: None) -> SmallSite:
    return small_site()


def asked(*numbers: int) -> QuerySet[Any, Any]:
    locale_id, *keys = numbers
    found = NewsPage.objects.filter(live=True, pk__in=keys, locale=locale_id).order_by("-pk")
    return found.values_list(*COLUMNS)


def test_rows_are_those_of_the_query(site: SmallSite) -> None:
    first, second, gone = (live_news(site) for _ in range(3))
    gone.unpublish()
    english = live_news(site, english_of=first)
    prepared = Prepared(asked(*samples(4)))
    for numbers in (
        (site.fa.pk, first.pk, second.pk, gone.pk),
        (site.fa.pk, second.pk, 0, 0),
        (site.en.pk, first.pk, english.pk, english.pk),
        (0, first.pk, second.pk, 0),
    ):
        with CaptureQueriesContext(connection) as queries:
            found = [tuple(row) for row in prepared.read(*numbers)]
        assert found == list(asked(*numbers))
        assert len(queries) == 1


def test_each_connection_is_asked_by_a_statement_of_its_own(site: SmallSite) -> None:
    prepared = Prepared(asked(*samples(2)))
    here = prepared.statement()
    with ThreadPoolExecutor(1) as other:
        there = other.submit(prepared.statement).result()
    assert here is prepared.statement()
    assert here.connection is not there.connection
