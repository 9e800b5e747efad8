from tests.charters.making import adopted, charter, signed
from tests.charters.public.making import pledged, reading, told_charter
from tests.councils.making import council, seat
from tests.directory.making import agency
from tests.making import SmallSite
from wagtail_prcouncil.charters.models import CharterPage
from wagtail_prcouncil.charters.public.signatures import COUNTRY, Signatures
from wagtail_prcouncil.directory.models import Province


def of(page: CharterPage) -> Signatures:
    found = reading(page).signatures
    assert found is not None
    return found


def test_provinces_with_all_some_and_none(site: SmallSite) -> None:
    home = council(site)
    one = charter(home)
    version = adopted(one)
    qazvin, qom = Province.objects.get(code="IR-26"), Province.objects.get(code="IR-25")
    seat(home, agency=agency(province=qom))  # awaited
    pledged(version, qazvin)
    pledged(version, qom)
    pledged(version, qom)
    signed(version)  # of the whole country
    found = of(one.page)
    by_slug = {place.slug: place for place in [*found.provinces, found.country]}
    assert (by_slug["ir-26"].has_all, by_slug["ir-26"].signatures) == (True, 1)
    assert (by_slug["ir-25"].has_some, by_slug["ir-25"].signed) == (True, 2)
    assert by_slug["ir-25"].awaited == 3
    assert by_slug["ir-25"].tile is not None
    assert by_slug[COUNTRY].signatures == 1
    assert (found.total, found.province_count) == (4, 2)
    assert found.tally == {"all": 1, "some": 1, "none": 29}


def test_what_was_withdrawn_does_not_count(site: SmallSite) -> None:
    told = told_charter(site)
    found = of(told.page)
    assert found.total == 1
    shown = [row.pk for group in found.groups for row in group.signatures]
    assert shown == [told.signature.pk]
    assert not found.has_more
    assert found.path == "versions/2/signatures/"


def test_nobody_is_awaited_on_an_earlier_version(site: SmallSite) -> None:
    told = told_charter(site)
    earlier = reading(told.page).of_version(1).signatures
    assert earlier is not None
    assert not earlier.can_be_signed
    assert earlier.country.awaited == 0
    assert earlier.country.has_all
