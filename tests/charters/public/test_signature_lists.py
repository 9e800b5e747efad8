import pytest
from django.http import Http404, QueryDict

from tests.charters.making import charter, fresh
from tests.charters.public.making import pledged, reading, told_charter
from tests.councils.making import council
from tests.making import SmallSite
from wagtail_prcouncil.charters.models import CharterPage
from wagtail_prcouncil.charters.public import signature_lists
from wagtail_prcouncil.charters.public.signature_lists import SignatureList
from wagtail_prcouncil.directory.models import Province


def listed(page: CharterPage, asked: str = "") -> SignatureList:
    return SignatureList(reading(page), QueryDict(asked))


def test_by_province_agency_and_way(site: SmallSite) -> None:
    told = told_charter(site)
    made = pledged(told.second, Province.objects.get(code="IR-26"))
    everything = [told.signature.pk, told.withdrawn.pk, made.pk]
    assert [row.pk for row in listed(told.page).shown] == everything
    for asked in ("province=ir-26", f"agency={made.agency.code}", "method=pledge"):
        found = listed(told.page, asked)
        assert [row.pk for row in found.shown] == [made.pk], asked
        assert found.is_narrowed
    assert len(listed(told.page, "province=country").shown) == 2
    assert len(listed(told.page, "province=nowhere&method=x").shown) == 3  # not asked


def test_windows_begin_at_a_number(site: SmallSite, monkeypatch: pytest.MonkeyPatch) -> None:
    told = told_charter(site)
    monkeypatch.setattr(signature_lists, "PER_WINDOW", 1)
    first = listed(told.page, "method=in_person")
    assert first.is_beginning
    assert (first.first_url, first.next_url) == ("", "?method=in_person&after=1")
    second = listed(told.page, first.next_url[1:])
    assert [row.number for row in second.shown] == [2]
    assert (second.next_url, second.first_url) == ("", "?method=in_person")
    assert listed(told.page, "after=۱").shown == second.shown


@pytest.mark.parametrize("asked", ["after=", "after=x", "after=-1", "after=99999999999"])
def test_numbers_that_are_none(site: SmallSite, asked: str) -> None:
    told = told_charter(site)
    with pytest.raises(Http404):
        listed(told.page, asked)


def test_a_draft_has_no_list(site: SmallSite) -> None:
    with pytest.raises(Http404):
        listed(fresh(charter(council(site))).page)
