"""The tab of reports: agencies are asked, and stand below where they are."""

import datetime as dt

from django.urls import reverse

from tests.making import SmallSite
from tests.meetings.admin.desk import as_now, chief, errors, place, secretary
from tests.meetings.making import announced, held, staffed_council
from tests.meetings.owing import agencies_at, requested, submitted
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.meetings.models import MemberReport
from wagtail_prcouncil.meetings.rights import Right
from wagtail_prcouncil.persian.jalali import to_jalali


def typed(day: dt.date) -> str:
    return "{}/{}/{}".format(*to_jalali(day))


def test_all_agencies_of_the_council_are_ticked_and_asked(site: SmallSite) -> None:
    made = announced(staffed_council(site))
    client = chief()
    form = client.get(place("request_reports", made)).context["form"]
    keys = [agency.pk for agency in agencies_at(made.council)]
    assert sorted(form.initial["agencies"]) == sorted(keys)
    said = {"kind": "duties", "due_on": typed(today()), "item": "", "agencies": keys[:2]}
    answer = client.post(place("request_reports", made), as_now(made, **said))
    assert answer.status_code == 302, errors(answer)
    rows = MemberReport.objects.filter(meeting=made, kind="duties", due_on=today())
    assert sorted(rows.values_list("agency", flat=True)) == sorted(keys[:2])


def test_who_was_asked_before_is_passed_over(site: SmallSite) -> None:
    made = announced(staffed_council(site))
    keys = [agency.pk for agency in agencies_at(made.council)]
    client = chief()
    said = {"kind": "performance", "due_on": typed(today()), "item": ""}
    for chosen in (keys[:1], keys, keys):
        client.post(place("request_reports", made), as_now(made, **said, agencies=chosen))
    assert MemberReport.objects.filter(meeting=made).count() == len(keys)


def test_bad_input_is_told_beside_its_field(site: SmallSite) -> None:
    made, other = announced(staffed_council(site)), staffed_council(site)
    keys = [agency.pk for agency in agencies_at(made.council)]
    good = {"kind": "performance", "due_on": typed(today()), "item": "", "agencies": keys}
    stranger = agencies_at(other)[0].pk
    client = chief()
    for field, value in (
        ("due_on", typed(today() + dt.timedelta(days=30))),  # after the meeting
        ("due_on", "1405/13/40"),
        ("kind", "gossip"),
        ("item", "9" * 40),
        ("agencies", [str(stranger)]),
        ("agencies", []),
    ):
        answer = client.post(place("request_reports", made), as_now(made, **good | {field: value}))
        assert list(errors(answer)) == [field], (field, value)
    assert not MemberReport.objects.exists()


def test_reports_stand_below_their_state(site: SmallSite) -> None:
    made = announced(staffed_council(site))
    one, two, _three = requested(made, *agencies_at(made.council))
    submitted(one)
    MemberReport.objects.filter(pk=two.pk).update(due_on=today() - dt.timedelta(days=1))
    page = secretary(made.council).get(place("reports", made))
    groups = {group.state: group for group in page.context["groups"]}
    assert [line.report for line in groups["submitted"].reports] == [one]
    late = {line.report.pk: line.is_late for line in groups["requested"].reports}
    assert late == {two.pk: True, _three.pk: False}
    assert page.context["may_request"]
    badges = {tab.url: tab.badge for tab in page.context["tabs"]}
    assert badges[place("reports", made)] == "۱"


def test_many_reports_cost_no_more(site: SmallSite, django_assert_max_num_queries: object) -> None:
    made = announced(staffed_council(site, seats=12))
    requested(made, *agencies_at(made.council))
    client = secretary(made.council)
    client.get(place("reports", made))
    with django_assert_max_num_queries(25):  # type: ignore[operator]
        client.get(place("reports", made))


def test_after_the_meeting_nobody_is_asked(site: SmallSite) -> None:
    made = held(staffed_council(site))
    client = chief()
    assert not client.get(place("reports", made)).context["may_request"]
    said = {"kind": "performance", "due_on": typed(today()), "item": ""}
    keys = [agency.pk for agency in agencies_at(made.council)]
    client.post(place("request_reports", made), as_now(made, **said, agencies=keys))
    assert not MemberReport.objects.exists()


def test_rights_hold_in_ones_own_councils(site: SmallSite) -> None:
    mine, other = announced(staffed_council(site)), announced(staffed_council(site))
    keeper = secretary(mine.council)
    assert keeper.get(place("request_reports", mine)).status_code == 200
    assert keeper.get(place("request_reports", other)).status_code == 404
    reader = secretary(mine.council, rights=[Right.VIEW])
    page = reader.get(place("reports", mine))
    assert (page.context["may_see"], page.context["groups"]) == (False, [])
    assert reader.get(place("request_reports", mine)).status_code == 302
    assert (
        reverse("prcouncil_meetings:request_reports", args=[mine.pk]) not in page.content.decode()
    )
