import pytest
from django.http import Http404, QueryDict

from tests.kinds import restrict
from tests.making import SmallSite
from tests.meetings.public.making import Told, anonymous, told_meeting
from wagtail_prcouncil.meetings.models import MeetingIndexPage, MeetingPage, Resolution
from wagtail_prcouncil.meetings.public import resolutions
from wagtail_prcouncil.meetings.public.resolutions import ResolutionList, of_council
from wagtail_prcouncil.meetings.public.scopes import Scope


@pytest.fixture
def told(site: SmallSite) -> Told:
    return told_meeting(site)


def listed(told: Told, asked: str = "") -> ResolutionList:
    index = MeetingIndexPage.objects.get(pk=told.index.pk)
    return ResolutionList(Scope.above(index, anonymous()), QueryDict(asked))


def copies(told: Told, number: int, year: int) -> None:
    """As many of an earlier year."""
    row = told.meeting.resolutions.get(text="ماهانه منتشر شود")
    for n in range(1, number + 1):
        row.pk, row.number, row.year, row.text = None, n, year, f"مصوبهٔ {n}"
        row._state.adding = True
        row.save()


def test_those_that_are_for_everybody(told: Told) -> None:
    ((row, url),) = listed(told).shown
    assert row.text == "ماهانه منتشر شود"
    assert url == f"{told.page.url}#r-{row.year}-{row.number}"


def test_year_by_year_in_windows(told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resolutions, "PER_WINDOW", 3)
    copies(told, 5, 1390)
    assert listed(told).years == [told.meeting.year, 1390]
    first = listed(told, "year=1390")
    assert [row.number for row, _url in first.shown] == [5, 4, 3]
    assert first.older_url == "?year=1390&before=3"
    second = listed(told, "year=1390&before=3")
    assert [row.number for row, _url in second.shown] == [2, 1]
    assert (second.older_url, second.newest_url) == ("", "?year=1390")


@pytest.mark.parametrize("asked", ["year=1200", "year=x", "before=-1", "before=9999999999"])
def test_what_cannot_be_read(told: Told, asked: str) -> None:
    with pytest.raises(Http404):
        _ = listed(told, asked).shown


def test_persian_digits_are_read(told: Told) -> None:
    copies(told, 1, 1390)
    assert len(listed(told, "year=۱۳۹۰").shown) == 1


def test_none_of_a_private_meeting_and_none_without_a_council(told: Told) -> None:
    key = told.council.translation_key
    assert of_council(key).exists()
    restrict(MeetingPage.objects.get(pk=told.page.pk))
    assert not of_council(key).exists()
    with pytest.raises(Http404):
        ResolutionList(Scope(told.index, anonymous()), QueryDict())


def test_a_list_in_another_language_leads_there(told: Told) -> None:
    english = MeetingIndexPage.objects.get(pk=told.english.get_parent().pk)
    ((_row, url),) = ResolutionList(Scope.above(english, anonymous()), QueryDict()).shown
    assert url.startswith(told.english.url)
    assert Resolution.objects.count() == 2
