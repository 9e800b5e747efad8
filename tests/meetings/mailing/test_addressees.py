"""Whom mail goes to."""

import datetime as dt

from tests.councils.making import council, seat
from tests.directory.making import agency
from tests.making import SmallSite
from tests.meetings.mailing.posted import recipient
from tests.meetings.making import announced, meeting, staffed_council
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.meetings.actions.convening import Notice, set_notice
from wagtail_prcouncil.meetings.mailing.addressees import Addressee, Desks, of_meeting
from wagtail_prcouncil.meetings.models import Assignment
from wagtail_prcouncil.meetings.states import Kind


def emails(found: list[Addressee]) -> list[str]:
    return [one.email for one in found]


def test_all_on_the_list_but_heads_and_seats_that_are_gone(site: SmallSite) -> None:
    page = staffed_council(site)
    here, gone = seat(page), seat(page, until=today() - dt.timedelta(days=1))
    recipient(page, "office@example.ir")
    recipient(page, "member@example.ir", here)
    recipient(page, "head@example.ir", here, is_head=True)
    recipient(page, "gone@example.ir", gone)
    recipient(council(site), "elsewhere@example.ir")
    found = of_meeting(announced(page))
    assert emails(found) == ["member@example.ir", "office@example.ir"]
    assert [one.is_member for one in found] == [True, False]


def test_each_address_once_and_as_a_members(site: SmallSite) -> None:
    page = staffed_council(site)
    recipient(page, "Same@example.ir")
    member = recipient(page, "same@example.ir", seat(page))
    (found,) = of_meeting(announced(page))
    assert (found.key, found.is_member) == (f"r{member.pk}", True)


def test_a_joint_meeting_is_that_of_all_who_organise_it(site: SmallSite) -> None:
    page, beside = staffed_council(site), council(site)
    recipient(page, "a@example.ir")
    recipient(beside, "b@example.ir")
    one = meeting(page)
    notice = Notice(Kind.JOINT, "online", one.starts_at, one.ends_at, organisers=[beside])
    one = set_notice(one, notice, version=one.version)
    assert emails(of_meeting(one)) == ["a@example.ir", "b@example.ir"]


def test_what_concerns_an_agency_goes_to_its_seats_or_its_own_address(site: SmallSite) -> None:
    page = staffed_council(site)
    named, unnamed, mute = agency(), agency(email="pr@example.ir"), agency()
    first, second = seat(page, agency=named), seat(page, agency=named)
    recipient(page, "office@example.ir")
    recipient(page, "first@example.ir", first)
    recipient(page, "second@example.ir", second)
    recipient(page, "head@example.ir", second, is_head=True)
    one = announced(page)
    desks = Desks([one])
    assert emails(desks.of(one, named)) == ["first@example.ir", "second@example.ir"]
    assert emails(desks.of(one, named, second.pk)) == ["second@example.ir"]
    assert desks.of(one, unnamed) == [Addressee(f"a{unnamed.pk}", "pr@example.ir", "fa", False)]
    assert desks.of(one, mute) == []
    task = Assignment(meeting=one, agency=named, seat=first)
    assert emails(desks.of_assignment(task)) == ["first@example.ir"]
    assert emails(Desks([one], heads=True).of(one, named)) == ["head@example.ir"]


def test_however_many_meetings_the_lists_are_read_once(
    site: SmallSite, django_assert_num_queries: object
) -> None:
    meetings = [announced(staffed_council(site, seats=1)) for _number in range(3)]
    with django_assert_num_queries(2):  # type: ignore[operator]
        Desks(meetings)
