"""Agencies are told of what they have to do."""

from tests.councils.making import seat
from tests.directory.making import agency
from tests.making import SmallSite
from tests.meetings.mailing.posted import only, recipient, to
from tests.meetings.making import A_DAY, held, staffed_council
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.meetings.actions.assigning import assign
from wagtail_prcouncil.meetings.models import Assignment, Meeting


def given(one: Meeting, to_agency: object, **fields: object) -> Assignment:
    said = {"due_on": today() + 30 * A_DAY, "task": "آمار گردآوری شود"} | fields
    return assign(Assignment(meeting=one, agency=to_agency, **said))


def test_the_agency_is_told_once_and_the_next_when_it_passes_on(site: SmallSite) -> None:
    page = staffed_council(site)
    first, second = agency(), agency(email="pr@example.ir")
    recipient(page, "member@example.ir", seat(page, agency=first))
    row = given(held(page), first)
    mail = only("assigned")
    assert (mail.to, mail.about) == ("member@example.ir", f"meeting:{row.meeting_id}")
    assert "آمار گردآوری شود" in mail.html
    assert "آمار" not in mail.subject
    row.task = "آمار سالانه گردآوری شود"
    row = assign(row, version=row.version)
    assert to("assigned") == ["member@example.ir"]
    row.agency = second
    assign(row, version=row.version)
    assert to("assigned") == ["member@example.ir", "pr@example.ir"]
