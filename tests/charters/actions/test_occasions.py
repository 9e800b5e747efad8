"""Where a charter was adopted and unveiled."""

import datetime as dt

import pytest

from tests.charters.making import A_DAY, adopted, charter, draft, fresh
from tests.councils.making import council
from tests.making import SmallSite
from tests.meetings.making import held, in_english, staffed_council
from wagtail_prcouncil.charters.actions.adopting import adopt
from wagtail_prcouncil.charters.actions.particulars import set_particulars
from wagtail_prcouncil.charters.actions.unveiling import unveil
from wagtail_prcouncil.charters.models import CharterVersion
from wagtail_prcouncil.charters.rules import CharterError
from wagtail_prcouncil.charters.states import Kind
from wagtail_prcouncil.councils.models.seat import today


def adopted_in(found: CharterVersion, page: object, day: dt.date) -> CharterVersion:
    facts = {"adopted_on": day, "in_force_from": day, "adopted_in": page, "version": None}
    return adopt(found, **facts)


def test_it_is_adopted_on_the_day_of_the_meeting_and_the_original_is_kept(site: SmallSite) -> None:
    home = staffed_council(site)
    meeting = held(home, days=-10)
    found = draft(charter(home))
    with pytest.raises(CharterError) as raised:
        adopted_in(found, meeting.page, today())
    assert raised.value.field == "adopted_on"
    assert meeting.day is not None
    version = adopted_in(found, in_english(meeting, site), meeting.day)
    assert version.adopted_in_id == meeting.page_id
    assert version.adopted_in_title == meeting.page.title


def test_a_meeting_of_a_council_that_does_not_share_it_is_refused(site: SmallSite) -> None:
    home, other = council(site), staffed_council(site)
    one, meeting = charter(home), held(other, days=-10)
    found = draft(one)
    assert meeting.day is not None
    with pytest.raises(CharterError) as raised:
        adopted_in(found, meeting.page, meeting.day)
    assert raised.value.field == "adopted_in"
    facts = {"kind": Kind.COVENANT, "authoritative": "fa", "version": None}
    set_particulars(fresh(one), partners=[other], **facts)
    assert adopted_in(found, meeting.page, meeting.day).adopted_in_id == meeting.page_id


def test_a_page_that_is_no_meeting_is_refused(site: SmallSite) -> None:
    found = draft(charter(council(site)))
    with pytest.raises(CharterError) as raised:
        adopted_in(found, site.home, today())
    assert raised.value.field == "adopted_in"


def test_it_is_unveiled_on_the_day_of_the_occasion(site: SmallSite) -> None:
    conference = held(staffed_council(site), days=-10)  # of whichever council
    version = adopted(charter(council(site)), days=-20)
    assert conference.day is not None
    with pytest.raises(CharterError) as raised:
        unveil(version, on=conference.day + A_DAY, occasion=conference.page, version=None)
    assert raised.value.field == "on"
    told = unveil(version, on=conference.day, occasion=conference.page, version=None)
    assert told.occasion_id == conference.page_id
