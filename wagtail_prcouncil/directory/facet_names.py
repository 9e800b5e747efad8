"""What the ids are called that others store of agencies and provinces."""

from collections.abc import Collection

from django.utils.translation import get_language

from wagtail_prcouncil.directory.models import Agency, Province
from wagtail_prcouncil.directory.models.named import Named
from wagtail_prcouncil.pages.facets import FacetNames


def _names(kind: type[Named], ids: Collection[int]) -> dict[int, str]:
    language = get_language() or ""
    rows = kind._default_manager.filter(pk__in=ids).only("name", "name_en")
    return {row.pk: row.name_in(language) for row in rows}


OF_AGENCIES = FacetNames("agency_id", lambda ids: _names(Agency, ids))
OF_PROVINCES = FacetNames("province_id", lambda ids: _names(Province, ids))
