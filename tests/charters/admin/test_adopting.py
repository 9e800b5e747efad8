"""The screen on which a version is adopted."""

from typing import Any

import pytest

from tests.charters.admin.desk import chief, errors, now, place, secretary, seen
from tests.charters.making import adopted, charter, clause, draft, fresh, in_english, rewritten
from tests.councils.making import council
from tests.making import SmallSite
from tests.meetings.making import held, staffed_council
from wagtail_prcouncil.charters.models import Charter
from wagtail_prcouncil.charters.states import Standing
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.persian.jalali import to_jalali

BLANK = {
    "adopted_in": "",
    "adopted_on": "",
    "how": "consensus",
    "votes_for": "",
    "votes_against": "",
    "abstentions": "",
    "in_force_from": "",
}


def said(one: Charter, **given: Any) -> dict[str, Any]:
    return now(one, **BLANK | {"seen": seen(one)} | given)


def jalali(day: Any) -> str:
    return "{}/{:02d}/{:02d}".format(*to_jalali(day))


def test_it_is_adopted_by_vote_and_holds_from_that_day(site: SmallSite) -> None:
    one = charter(council(site))
    draft(one)
    votes = {"how": "vote", "votes_for": "۹", "votes_against": "2", "abstentions": "۱"}
    answer = chief().post(place("adopt", one), said(one, adopted_on="1405/08/01", **votes))
    assert answer.status_code == 302, errors(answer)
    version = one.versions.get()
    assert jalali(version.adopted_on) == "1405/08/01"
    assert version.in_force_from == version.adopted_on
    assert (version.votes_for, version.votes_against, version.abstentions) == (9, 2, 1)
    assert version.standing == Standing.IN_FORCE


def test_the_meeting_gives_the_day(site: SmallSite) -> None:
    home = staffed_council(site)
    meeting = held(home, days=-10)
    one = charter(home)
    draft(one)
    client = chief()
    page = client.get(place("adopt", one)).content.decode()
    assert "meetingpage" in page  # what the chooser of pages is limited to
    wrong = said(one, adopted_in=meeting.page_id, adopted_on=jalali(today()))
    assert list(errors(client.post(place("adopt", one), wrong))) == ["adopted_on"]
    answer = client.post(place("adopt", one), said(one, adopted_in=meeting.page_id))
    assert answer.status_code == 302, errors(answer)
    version = one.versions.get()
    assert (version.adopted_in_id, version.adopted_on) == (meeting.page_id, meeting.day)


def test_a_meeting_of_others_is_refused_beside_the_field(site: SmallSite) -> None:
    one, other = charter(council(site)), held(staffed_council(site))
    draft(one)
    answer = chief().post(place("adopt", one), said(one, adopted_in=other.page_id))
    assert list(errors(answer)) == ["adopted_in"]
    assert one.versions.get().standing == Standing.DRAFT


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({}, "adopted_on"),
        ({"adopted_on": "1405/13/01"}, "adopted_on"),
        ({"adopted_on": "1410/01/01"}, "adopted_on"),
        ({"adopted_on": "1405/08/01", "in_force_from": "1405/07/01"}, "in_force_from"),
        ({"adopted_on": "1405/08/01", "votes_for": "3"}, "how"),
        ({"adopted_on": "1405/08/01", "how": "vote"}, "votes_for"),
        ({"adopted_on": "1405/08/01", "how": "vote", "votes_for": "-1"}, "votes_for"),
        ({"adopted_on": "1405/08/01", "how": "vote", "votes_for": "9" * 20}, "votes_for"),
        ({"adopted_on": "1405/08/01", "how": "lot"}, "how"),
        ({"adopted_on": "1405/08/01", "adopted_in": "9" * 30}, "adopted_in"),
        ({"adopted_on": "1405/08/01", "adopted_in": "x"}, "adopted_in"),
        ({"adopted_on": "1405/08/01", "adopted_in": "1"}, "adopted_in"),
    ],
)
def test_what_is_wrong_is_told_beside_its_field(
    site: SmallSite, given: dict[str, str], field: str
) -> None:
    one = charter(council(site))
    draft(one)
    answer = chief().post(place("adopt", one), said(one, **given))
    assert answer.status_code == 200
    assert field in errors(answer)
    assert one.versions.get().standing == Standing.DRAFT


def test_what_is_not_ready_is_listed_before(site: SmallSite) -> None:
    one = charter(council(site), clauses=[clause(""), clause("ماده", "")])
    draft(one)
    page = chief().get(place("adopt", one))
    assert [row.language for row in page.context["missing"]] == ["fa", "fa"]
    assert "هنوز" in page.content.decode() or "Not ready" in page.content.decode()


def test_a_language_that_is_not_ready_is_left_out(site: SmallSite) -> None:
    one = charter(council(site))
    english = in_english(one, site)
    english.clauses.pop(0)
    english.save_revision()
    draft(one)
    client = chief()
    page = client.get(place("adopt", one))
    assert {row.language for row in page.context["missing"]} == {"en"}
    refused = client.post(place("adopt", one), said(one, adopted_on="1405/08/01"))
    assert list(errors(refused)) == ["without"]
    answer = client.post(place("adopt", one), said(one, adopted_on="1405/08/01", without=["en"]))
    assert answer.status_code == 302, errors(answer)
    assert list(one.versions.get().texts) == ["fa"]


def test_what_changes_stands_there_before(site: SmallSite) -> None:
    one = charter(council(site))
    adopted(one)
    draft(one)
    rewritten(one, "راستی و درستی")
    page = chief().get(place("adopt", one))
    (changes,) = page.context["compared"]
    assert changes.comparison.counts == [("changed", 1)]
    assert "درستی" in page.content.decode()


def test_two_secretaries_adopt_it_once(site: SmallSite) -> None:
    one = charter(council(site))
    draft(one)
    first = said(one, adopted_on="1405/08/01")
    keeper = secretary(one.council)
    assert keeper.post(place("adopt", one), first).status_code == 302
    late = keeper.post(place("adopt", one), first)
    assert late.status_code == 409
    assert late.context["conflict"]["facts"]
    assert fresh(one).versions.count() == 1


def test_nobody_adopts_what_he_has_not_read(site: SmallSite) -> None:
    one = charter(council(site))
    draft(one)
    client = chief()
    page = client.get(place("adopt", one))
    first = said(one, adopted_on="1405/08/01", seen=page.context["form"]["seen"].value())
    rewritten(one, "سخنی دیگر")
    for unread in (first, first | {"seen": ""}):
        answer = client.post(place("adopt", one), unread)
        assert answer.status_code == 409
        assert not answer.context["conflict"]["is_settled"]
        assert one.versions.get().standing == Standing.DRAFT
    again = first | {"seen": answer.context["form"]["seen"].value()}
    assert client.post(place("adopt", one), again).status_code == 302
    assert one.versions.get().texts["fa"]["clauses"][0]["text"] == "<p>سخنی دیگر</p>"


def test_whoever_adopts_is_told_that_the_page_is_not_published(site: SmallSite) -> None:
    one = charter(council(site))
    draft(one)
    one.page.unpublish()
    client = chief()
    day = {"adopted_on": "1405/08/01"}
    answer = client.post(place("adopt", one), said(one, **day), follow=True)
    (told,) = answer.context["messages"]
    draft(one)
    fresh(one).page.get_latest_revision().publish()
    day = {"adopted_on": "1405/08/02"}
    answer = client.post(place("adopt", one), said(one, **day), follow=True)
    (later,) = answer.context["messages"]
    assert len(str(told)) > len(str(later))
