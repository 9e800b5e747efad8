import datetime as dt

import pytest
from django.http import Http404, QueryDict

from tests.making import SmallSite
from tests.meetings.making import announced, held, meeting_index, staffed_council
from tests.meetings.public.making import anonymous
from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.meetings.models import Meeting, MeetingIndexPage
from wagtail_prcouncil.meetings.public import lists
from wagtail_prcouncil.meetings.public.lists import MeetingList
from wagtail_prcouncil.meetings.public.scopes import Scope
from wagtail_prcouncil.meetings.states import Kind
from wagtail_prcouncil.persian.jalali import to_jalali


@pytest.fixture
def council(site: SmallSite) -> CouncilPage:
    return staffed_council(site)


def listed(council: CouncilPage, asked: str = "") -> MeetingList:
    page = MeetingIndexPage.objects.get(pk=meeting_index(council).pk)
    return MeetingList(Scope.above(page, anonymous()), QueryDict(asked))


def titles(occasions: object) -> list[str]:
    return [one.title for one in occasions]


def test_to_come_above_gone_by(council: CouncilPage) -> None:
    for days in (3, 1):
        announced(council, days=days, title=f"تا {days}")
    for days in (-9, -2):
        held(council, days=days, title=f"از {days}")
    shown = listed(council)
    assert titles(shown.coming) == ["تا 1", "تا 3"]
    assert titles(shown.occasions) == ["از -2", "از -9"]


def test_windows_keep_what_was_asked(council: CouncilPage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lists, "PER_WINDOW", 2)
    for days in (1, 2, 3):
        made = announced(council, days=days)
        Meeting.objects.filter(pk=made.pk).update(kind=Kind.CONFERENCE)
    first = listed(council, "kind=conference")
    assert first.coming == []
    assert len(first.occasions) == 2
    assert first.window.older_url is not None
    assert first.window.older_url.startswith("?kind=conference&before=")
    assert len(listed(council, first.window.older_url[1:]).occasions) == 1
    assert listed(council, "kind=joint").occasions == []


def test_years_as_readers_count_them(council: CouncilPage) -> None:
    assert listed(council).years == []
    announced(council, days=1)
    announced(council, days=-800)
    this = to_jalali(today() + dt.timedelta(days=1)).year
    found = listed(council)
    assert found.years[0] == this
    assert len(found.years) in (3, 4)
    assert len(listed(council, f"year={this}").occasions) == 1


def test_a_place_that_cannot_be_read(council: CouncilPage) -> None:
    with pytest.raises(Http404):
        _ = listed(council, "before=x").window
