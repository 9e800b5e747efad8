"""How much the register and its profiles may ask of the database, however many agencies there are.

On the demo's written register, filled up with generated bodies of the provinces.
"""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from home.demo.agencies import load_generated_agencies, load_register
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from tests.directory.making import register
from tests.making import SmallSite, live_news, small_site
from wagtail_prcouncil.directory.models import Agency

REGISTER, PROFILE = 10, 14
SMALL, LARGE = 90, 600
QUESTIONS = [
    *("", "kind=company", "province=ir-26&closed=1", "parent=water"),
    *("q=آب", "q=آب&kind=company&closed=1", "q=water"),
]


@pytest.fixture
def site(db: None) -> SmallSite:
    """The register, and news with pictures of the agency that has most below it."""
    site = small_site()
    register(site)
    known = load_register()
    for number in range(8):
        file = get_test_image_file(filename=f"{number}.png", size=(300, 200))
        picture = get_image_model().objects.create(title=f"سد {number}", file=file)
        live_news(site, agency=known["water"], hero_image=picture)
    logo = get_test_image_file(filename="logo.png", size=(300, 300))
    image = get_image_model().objects.create(title="نشان", file=logo)
    Agency.objects.filter(code="water").update(logo=image)
    return site


def asked(url: str) -> int:
    """Queries of an address that somebody has asked for before."""
    client = Client()
    client.get(url)  # makes the files of pictures, which
    client.get(url)  # are part of what the next answer is kept under
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


def test_the_register(site: SmallSite) -> None:
    urls = [f"/agencies/?{question}" for question in QUESTIONS]
    load_generated_agencies(SMALL)
    few = [asked(url) for url in urls]
    load_generated_agencies(LARGE)
    many = [asked(url) for url in urls]
    assert many == few
    assert max(many) <= REGISTER, dict(zip(QUESTIONS, many, strict=True))
    middle = Agency.objects.by_name()[LARGE // 2]
    for place in ("after", "before"):
        assert asked(f"/agencies/?{place}={middle.pk}") <= REGISTER


def test_a_profile_with_its_news(site: SmallSite) -> None:
    load_generated_agencies(SMALL)
    few = asked("/agencies/water/")
    load_generated_agencies(LARGE)
    assert asked("/agencies/water/") == few <= PROFILE
    assert asked("/en/agencies/water/") <= PROFILE
    closed = Agency.objects.exclude(closed_on=None).by_name()
    deep = Agency.objects.filter(parent__parent__isnull=False).by_name()
    for shown in (*closed, *deep[:5]):
        assert asked(f"/agencies/{shown.code}/") <= PROFILE


@pytest.mark.parametrize("name", ["popolo.json", "export.csv"])
def test_files(site: SmallSite, name: str) -> None:
    load_generated_agencies(SMALL)
    few = asked(f"/agencies/{name}")
    load_generated_agencies(LARGE)
    assert asked(f"/agencies/{name}") == few
