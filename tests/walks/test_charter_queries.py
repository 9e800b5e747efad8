"""How much charters may ask of the database: 120 clauses, 600 signatures, two versions of which
most clauses differ, reviews, in both languages."""

import datetime as dt

import pytest
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from tests.charters.making import (
    adopted,
    charter,
    clause,
    draft,
    fresh,
    in_english,
    rewritten,
)
from tests.councils.making import council, person, seat, sits
from tests.directory.making import agency
from tests.making import SmallSite, small_site
from tests.walks.test_register_queries import asked
from wagtail_prcouncil.charters.actions import reviewing, unveiling
from wagtail_prcouncil.charters.models import (
    Charter,
    CharterPicture,
    CharterVersion,
    Signature,
)
from wagtail_prcouncil.charters.states import Method
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.directory.models import Province
from wagtail_prcouncil.persian.jalali import to_jalali

CHARTER, COMPARISON, SIGNATURES, LIST, COUNCIL = 18, 13, 18, 13, 22
CLAUSES, SIGNED = 120, 600


def full(site: SmallSite, clauses: int, signatures: int) -> Charter:
    """In English, too; unveiled, with pictures of it."""
    home = council(site)
    raw = [
        clause(
            f"مادهٔ {number}",
            f"متن {number}",
            heading="عنوان",
            is_measurable=number % 40 == 1,
        )
        for number in range(1, clauses + 1)
    ]
    one = charter(home, clauses=raw)
    in_english(one, site)
    adopted(one, days=-90)
    draft(one)
    for place in range(min(clauses, 20)):
        rewritten(one, f"متن دیگر {place}", place=place)
    version = adopted(one, days=-30)
    _sign(version, signatures)
    unveiling.unveil(version, on=today(), place="تالار", occasion=home, version=None)
    for page in (one.page, *one.page.get_translations()):
        picture = get_image_model().objects.create(title="رونمایی", file=get_test_image_file())
        CharterPicture.objects.create(page=page, image=picture)
    anchor = version.texts["fa"]["clauses"][0]["anchor"]
    for _number in range(3):
        year = to_jalali(today()).year
        reviewing.review(fresh(one), anchor=anchor, agency=agency(), year=year, verdict="kept")
    return one


def _sign(version: CharterVersion, signatures: int) -> None:
    places = list(Province.objects.all())
    who = [
        (agency(province=places[number % len(places)]), person()) for number in range(signatures)
    ]
    Signature.objects.bulk_create(
        Signature(
            version=version,
            number=number,
            agency=whom,
            person=somebody,
            method=Method.PLEDGE,
            title="مدیر",
            signed_on=today(),
        )
        for number, (whom, somebody) in enumerate(who, 1)
    )
    for whom, somebody in who[:20]:
        sits(seat(version.charter.council, agency=whom), somebody, since=dt.date(2020, 3, 20))


@pytest.fixture(scope="module")
def pair(kept_rows: None) -> tuple[Charter, Charter]:
    """A small one and a large one."""
    site = small_site()
    return full(site, 3, 3), full(site, CLAUSES, SIGNED)


@pytest.mark.parametrize("language", ["fa", "en"])
def test_a_large_charter(pair: tuple[Charter, Charter], language: str) -> None:
    _small, large = pair
    page = large.page if language == "fa" else large.page.get_translations().get()
    base, index = page.url, page.get_parent().url
    assert asked(base) <= CHARTER
    assert asked(f"{base}versions/1/") <= CHARTER
    assert asked(f"{base}on/{today().isoformat()}/") <= CHARTER
    assert asked(f"{base}compare/1/2/") <= COMPARISON
    assert asked(f"{base}signatures/") <= SIGNATURES
    assert asked(f"{base}versions/2/signatures/7/") <= SIGNATURES
    assert asked(f"{base}reviews/") <= COMPARISON
    assert asked(f"{base}charter.json") <= COMPARISON
    assert asked(index) <= LIST


def test_more_of_everything_asks_no_more(pair: tuple[Charter, Charter]) -> None:
    small, large = pair
    for path in ("", "compare/1/2/", "signatures/", "reviews/", "charter.json"):
        assert asked(f"{small.page.url}{path}") == asked(f"{large.page.url}{path}"), path
    before = asked(large.page.get_parent().url)
    charter(large.council)
    adopted(charter(large.council))
    assert asked(large.page.get_parent().url) == before


def test_the_page_of_its_council(pair: tuple[Charter, Charter]) -> None:
    assert asked(pair[1].council.url) <= COUNCIL
