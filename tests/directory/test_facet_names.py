from django.utils import translation

from tests.directory.making import agency
from wagtail_prcouncil.directory.models import Province
from wagtail_prcouncil.pages.facets import names_of


def test_agencies_and_provinces_are_called_as_editors_read_them(db: None) -> None:
    water, road = agency("سازمان آب", name_en="Water Agency"), agency("راه")
    with translation.override("en"):
        assert names_of("agency_id", {water.pk, road.pk, 0}) == {
            water.pk: "Water Agency",
            road.pk: "راه",
        }
    province = Province.objects.get(code="IR-26")
    assert names_of("province_id", {province.pk}) == {province.pk: province.name}
    assert names_of("agency_id", set()) == {}
