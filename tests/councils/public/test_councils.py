import datetime as dt

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.councils.making import council, in_english, person, seat, sits
from tests.councils.public.making import Peopled
from tests.making import SmallSite
from wagtail_prcouncil.councils.actions.closing import close_council
from wagtail_prcouncil.councils.models import CouncilIndexPage
from wagtail_prcouncil.councils.public.councils import CouncilList
from wagtail_prcouncil.councils.states import Level, Role
from wagtail_prcouncil.directory.models import Province

pytestmark = pytest.mark.django_db


def listed(site: SmallSite, *, english: bool = False) -> CouncilList:
    return CouncilList(CouncilIndexPage.objects.get(locale=site.en if english else site.fa))


def test_by_level_and_province(made: Peopled, site: SmallSite) -> None:
    for code in ("IR-21", "IR-03"):
        province = Province.objects.get(code=code)
        council(site, f"شورای {province}", level=Level.PROVINCE, province=province)
    council(site, "شورای ملی", level=Level.NATIONAL)
    ended = council(site, "شورای پیشین")
    close_council(ended, on=dt.date(2024, 1, 1), reason="merged", by=None)
    told = [
        (group.level, [entry.page.title for entry in group.entries])
        for group in listed(site).groups
    ]
    assert told == [
        ("national", ["شورای ملی"]),
        ("ministry", ["شورای هماهنگی"]),
        ("province", ["شورای آذربایجان شرقی", "شورای یزد"]),
        ("", ["شورای پیشین"]),
    ]


def test_seats_vacancies_and_the_chair(made: Peopled, site: SmallSite) -> None:
    (entry,) = listed(site).entries
    assert (entry.seats, entry.vacant, entry.chair) == (4, 2, made.head)


def test_a_translation_has_the_facts_of_the_original(made: Peopled, site: SmallSite) -> None:
    made.page.level = Level.NATIONAL
    made.page.save()
    (group,) = listed(site, english=True).groups
    assert group.level == Level.NATIONAL
    assert (group.entries[0].page, group.entries[0].seats) == (made.english, 4)


def test_an_unpublished_one_is_not_listed(made: Peopled, site: SmallSite) -> None:
    made.english.unpublish()
    assert (len(listed(site).entries), listed(site, english=True).entries) == (1, [])


def test_queries_do_not_grow(
    made: Peopled, site: SmallSite, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(5):
        page = council(site, f"شورای {number}")
        in_english(page, site)
        sits(seat(page, Role.CHAIR), person())
    councils = listed(site)
    # Outside of a request each of the four asks which pages are private.
    with django_assert_max_num_queries(8):
        told = [(str(one.chair), str(one.facts.province)) for one in councils.entries]
    assert len(told) == 6
