import pytest
from django.http import HttpRequest
from django.test import RequestFactory

from tests.councils.making import council
from tests.councils.public.making import BEGAN, Peopled, peopled
from tests.making import SmallSite
from wagtail_prcouncil.councils import schema
from wagtail_prcouncil.councils.models import CouncilIndexPage, CouncilPage, UpperBody
from wagtail_prcouncil.councils.public.persons import Card
from wagtail_prcouncil.councils.public.profiles import CouncilProfile
from wagtail_prcouncil.councils.states import Level
from wagtail_prcouncil.directory.models import Province

pytestmark = pytest.mark.django_db


@pytest.fixture
def made(site: SmallSite) -> Peopled:
    return peopled(site)


@pytest.fixture
def request_(rf: RequestFactory) -> HttpRequest:
    return rf.get("/", HTTP_HOST="localhost")


def test_members_in_their_roles(made: Peopled, request_: HttpRequest) -> None:
    told = schema.council(CouncilProfile.of(made.english, request_), request_)
    assert told["@type"] == "GovernmentOrganization"
    assert told["url"] == made.english.full_url
    head, acting, substitute = told["member"]
    assert head == {
        "@type": "OrganizationRole",
        "roleName": "Director of public relations",
        "startDate": BEGAN.isoformat(),
        "member": {
            "@type": "Person",
            "@id": f"http://localhost/en/councils/persons/{made.head.pk}/",
            "name": "Bahar Nemunepur",
            "url": f"http://localhost/en/councils/persons/{made.head.pk}/",
        },
    }
    assert {row["member"]["name"] for row in (acting, substitute)} == {
        made.acting.name,
        made.substitute.name,
    }


def test_what_stands_around_it(made: Peopled, site: SmallSite, request_: HttpRequest) -> None:
    CouncilPage.objects.filter(pk=made.page.pk).update(
        ethics_charter=site.section.pk,
        level=Level.PROVINCE,
        province=Province.objects.get(code="IR-26"),
        email="council@example.invalid",
        telephone="۰۲۸ ۱۲",
    )
    UpperBody.objects.create(council=made.page, name="شورای بالا")
    below = council(site, "شورای شهر", parent_council=made.page)
    told = schema.council(CouncilProfile.of(made.page, request_), request_)
    assert told["ethicsPolicy"] == site.section.full_url
    assert told["areaServed"]["identifier"] == "IR-26"
    assert told["contactPoint"]["telephone"] == "02812"
    assert [row["name"] for row in told["parentOrganization"]] == ["شورای بالا"]
    assert [row["@id"] for row in told["subOrganization"]] == [below.full_url]


def test_a_person_by_posts(made: Peopled, site: SmallSite, request_: HttpRequest) -> None:
    page = CouncilIndexPage.objects.get(locale=site.fa)
    card = Card.of(made.first.pk, page, request_)
    assert card is not None
    told = schema.person(card, page, request_)
    (role,) = told["memberOf"]
    assert "startDate" not in role  # of 1396 no more is known
    assert role["memberOf"]["url"] == made.page.full_url
    assert told["@id"] == f"{page.full_url}persons/{made.first.pk}/"
