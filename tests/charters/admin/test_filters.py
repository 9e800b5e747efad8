"""What narrows the list of charters; how it does, stands in test_listing.py."""

from django.test import RequestFactory

from tests.charters.admin.desk import KEEPING
from tests.charters.making import charter
from tests.councils.making import council
from tests.councils.staff import group_for, member_of
from tests.making import SmallSite
from wagtail_prcouncil.charters.admin.filters import CharterFilterSet, councils
from wagtail_prcouncil.charters.models import Charter


def test_only_the_users_own_councils_are_offered(site: SmallSite, rf: RequestFactory) -> None:
    mine, _other = council(site), council(site)
    request = rf.get("/")
    request.user = member_of(group_for(mine, rights=KEEPING))
    assert list(councils(request)) == [mine]


def test_every_standing_that_is_offered_narrows(site: SmallSite, rf: RequestFactory) -> None:
    charter(council(site))
    request = rf.get("/")
    request.user = member_of(group_for(site.home, rights=KEEPING))
    choices = CharterFilterSet.base_filters["standing"].extra["choices"]
    found = {}
    for value, _label in choices:
        rows = CharterFilterSet(
            {"standing": value}, queryset=Charter.objects.all(), request=request
        ).qs
        found[value] = rows.count()
    assert [value for value, number in found.items() if number] == ["never"]
