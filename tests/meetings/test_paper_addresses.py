from django.test import override_settings

from wagtail_prcouncil.meetings.models import Evidence, ItemDocument, Meeting, ReportFile
from wagtail_prcouncil.meetings.paper_addresses import KINDS, address_of, kind_of
from wagtail_prcouncil.meetings.papers import KINDS as PAPERS


def test_where_a_paper_is_handed_out() -> None:
    assert address_of(ItemDocument(pk=12)) == "/meetings/files/document/12/"


def test_nowhere_in_a_site_without_these_addresses() -> None:
    with override_settings(ROOT_URLCONF="wagtail.admin.urls"):
        assert address_of(ItemDocument(pk=12)) == ""


def test_every_paper_has_one() -> None:
    assert set(KINDS.values()) == set(PAPERS)
    for model in (ItemDocument, ReportFile, Evidence, Meeting):
        assert kind_of(model()) in PAPERS
