import pytest

from tests.councils.making import council
from tests.making import SmallSite
from wagtail_prcouncil.councils.models.queryset import council_pages
from wagtail_prcouncil.councils.states import Level
from wagtail_prcouncil.directory.models import Province

pytestmark = pytest.mark.django_db


def test_by_level_and_province(site: SmallSite) -> None:
    qazvin = Province.objects.get(code="IR-26")
    ministry = council(site)
    province = council(site, level=Level.PROVINCE, province=qazvin)
    assert list(council_pages().at(Level.MINISTRY)) == [ministry]
    assert list(council_pages().of_province(qazvin)) == [province]
    assert council_pages().readable().count() == 2
