import datetime as dt

import pytest
from django.http import HttpRequest
from django.test import RequestFactory

from tests.directory.making import agency, register
from tests.making import SmallSite
from wagtail_prcouncil.directory.models import AgencyIndexPage, Province
from wagtail_prcouncil.directory.public.profiles import Profile


@pytest.fixture
def request_(rf: RequestFactory) -> HttpRequest:
    return rf.get("/", HTTP_HOST="localhost")


@pytest.fixture
def page(site: SmallSite) -> AgencyIndexPage:
    top = agency("وزارت", code="ministry", kind="ministry", name_en="Ministry")
    water = agency(
        "ادارهٔ کل آب",
        code="water-qazvin",
        kind="provincial_directorate",
        parent=top,
        province=Province.objects.get(code="IR-26"),
        telephone="۰۲۸-۱۲",
        address="قزوین، خیابان نمونه",
        founded_on=dt.date(2001, 2, 3),
    )
    agency("دفتر", code="office", parent=water)
    page = register(site)
    page.profile = Profile(water)
    return page


def test_a_directorate_in_a_province(page: AgencyIndexPage, request_: HttpRequest) -> None:
    told = page.structured_data(request_)
    assert (told["@type"], told["identifier"]) == ("GovernmentOffice", "water-qazvin")
    assert told["url"] == "http://localhost/agencies/water-qazvin/"
    assert told["areaServed"]["identifier"] == "IR-26"
    assert told["contactPoint"]["telephone"] == "02812"
    assert told["address"]["streetAddress"] == "قزوین، خیابان نمونه"
    assert told["foundingDate"] == "2001-02-03"
    assert told["parentOrganization"]["@type"] == "GovernmentOrganization"
    assert [row["name"] for row in told["subOrganization"]] == ["دفتر"]
    assert "dissolutionDate" not in told


def test_in_english(page: AgencyIndexPage, site: SmallSite, request_: HttpRequest) -> None:
    english = page.get_translation(site.en)
    english.profile = Profile(page.profile.agency.parent)
    told = english.structured_data(request_)
    assert (told["name"], told["alternateName"]) == ("Ministry", ["وزارت"])
    assert told["areaServed"] == {"@type": "Country", "name": "Iran", "identifier": "IR"}


def test_the_register_as_data(site: SmallSite, request_: HttpRequest) -> None:
    told = register(site).structured_data(request_)
    assert told["@type"] == "Dataset"
    assert [row["contentUrl"] for row in told["distribution"]] == [
        "http://localhost/agencies/popolo.json",
        "http://localhost/agencies/export.csv",
    ]
