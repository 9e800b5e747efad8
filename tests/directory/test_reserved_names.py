import datetime as dt
from collections.abc import Iterator

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.comments.making import open_page, posted
from tests.directory.making import agency
from tests.making import SmallSite
from wagtail_prcouncil.comments.rules import reserved_name
from wagtail_prcouncil.comments.states import Hold
from wagtail_prcouncil.directory import reserved_names
from wagtail_prcouncil.directory.reserved_names import names_of_agencies
from wagtail_prcouncil.directory.states import ClosingReason


@pytest.fixture
def _asked_anew() -> Iterator[None]:
    """What is registered is kept for minutes in each process."""
    reserved_name._asked.cache_clear()
    yield
    reserved_name._asked.cache_clear()


def test_of_living_agencies_in_both_languages(
    db: None, django_assert_num_queries: DjangoAssertNumQueries, monkeypatch: pytest.MonkeyPatch
) -> None:
    agency("سازمان نمونهٔ آب", name_en="Sample Water Agency")
    agency("امید")
    agency(
        "سازمان پیشین راه", closed_on=dt.date(2020, 3, 20), closing_reason=ClosingReason.values[0]
    )
    with django_assert_num_queries(1):
        assert names_of_agencies() == {"سازمان نمونهٔ آب", "Sample Water Agency"}
    monkeypatch.setattr(reserved_names, "MOST", 0)
    assert names_of_agencies() == set()


@pytest.mark.usefixtures("_asked_anew")
def test_t18_who_posts_under_the_name_of_an_agency_is_held(
    site: SmallSite, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    agency("سازمان نمونهٔ آب", name_en="Sample Water Agency")
    page = open_page(site)
    for name in ("سازمان نمونه آب", "سازمان نمونۀ آب - روابط", "SAMPLE water agency"):
        assert Hold.RESERVED_NAME in posted(page, name=name).hold_codes, name
    assert Hold.RESERVED_NAME not in posted(page, name="شهروند آب").hold_codes
    with django_assert_num_queries(0):
        assert reserved_name.is_reserved("سازمان نمونهٔ آب")
