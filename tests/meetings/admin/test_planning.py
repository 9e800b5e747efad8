"""“New meeting”: a page as a draft below the council's list, with its facts."""

import datetime as dt

from django.contrib.auth.models import Permission
from wagtail.models import GroupPagePermission

from tests.councils.staff import group_for, member_of
from tests.making import SmallSite
from tests.meetings.admin.desk import KEEPING, chief, errors, logged_in, place
from tests.meetings.making import meeting_index, staffed_council
from wagtail_prcouncil.meetings.models import Meeting, MeetingIndexPage
from wagtail_prcouncil.meetings.states import Status

WORDS = {
    "title": "نشست دوازدهم",
    "starts_at": "1405/09/10 09:00",
    "ends_at": "1405/09/10 11:30",
    "kind": "ordinary",
    "mode": "in_person",
    "join_url": "",
    "livestream_url": "",
}


def test_a_new_meeting_stands_as_a_draft_below_the_list_of_its_council(site: SmallSite) -> None:
    council = staffed_council(site)
    index = meeting_index(council)
    answer = chief().post(place("add"), WORDS | {"council": str(council.pk)})
    assert answer.status_code == 302, errors(answer)
    made = Meeting.objects.get(council=council)
    assert answer["Location"] == place("notice", made)
    assert made.page.get_parent().specific == index
    assert (made.page.live, made.status) == (False, Status.PLANNED)
    assert made.page.slug == "نشست-دوازدهم"


def test_a_council_without_a_list_gets_one(site: SmallSite) -> None:
    council = staffed_council(site)
    client = chief()
    for _time in range(2):
        client.post(place("add"), WORDS | {"council": str(council.pk)})
    made = MeetingIndexPage.objects.child_of(council).get()
    assert not made.live
    slugs = made.get_children().values_list("slug", flat=True)
    assert sorted(slugs) == ["نشست-دوازدهم", "نشست-دوازدهم-2"]


def test_a_day_of_the_calendar_is_filled_in(site: SmallSite) -> None:
    council = staffed_council(site)
    client = chief()
    asked = {"council": council.pk, "day": "2026-12-01"}
    form = client.get(place("add"), asked).context["form"]
    assert form["council"].value() == str(council.pk)
    assert form["starts_at"].value() == dt.datetime(2026, 12, 1, 9)  # noqa: DTZ001 (a form's)
    for day in ("", "x", "2026-02-30", "1405-09-10T", "99999-01-01"):
        form = client.get(place("add"), asked | {"day": day}).context["form"]
        assert form["starts_at"].value() is None


def test_whoever_may_add_no_pages_there_plans_none(site: SmallSite) -> None:
    council, other = staffed_council(site), staffed_council(site)
    group = group_for(council, other, rights=KEEPING)
    add = Permission.objects.get(content_type__app_label="wagtailcore", codename="add_page")
    GroupPagePermission.objects.create(group=group, page=council, permission=add)
    client = logged_in(member_of(group))
    assert client.post(place("add"), WORDS | {"council": str(council.pk)}).status_code == 302
    assert Meeting.objects.filter(council=council).count() == 1
    refused = client.post(place("add"), WORDS | {"council": str(other.pk)})
    assert list(errors(refused)) == ["council"]
    assert WORDS["title"] in refused.content.decode()
    assert not Meeting.objects.filter(council=other).exists()
    assert not MeetingIndexPage.objects.child_of(other).exists()


def test_a_rule_that_is_broken_leaves_no_page_behind(site: SmallSite) -> None:
    council = staffed_council(site)
    answer = chief().post(
        place("add"), WORDS | {"council": str(council.pk), "kind": "joint", "title": "مشترک"}
    )
    assert list(errors(answer)) == ["organisers"]
    assert "مشترک" in answer.content.decode()
    assert not MeetingIndexPage.objects.child_of(council).exists()
