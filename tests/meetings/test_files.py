"""Who gets which file of a meeting, and how caches may keep it."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client, override_settings
from django.urls import Resolver404, resolve
from wagtail.models import PageViewRestriction
from wagtail.views import serve

from tests.making import SmallSite
from tests.meetings.making import announced, held, meeting, published, resolution, staffed_council
from wagtail_prcouncil.meetings.files import files_are_served

OF_A_MEETING = ("meeting.ics", "meeting.json")
OF_A_LIST = ("meetings.ics", "resolutions.csv")


@pytest.mark.parametrize("path", ["/a/meetings/meetings.ics", "/en/شورا/نشست/meeting.json"])
def test_files_are_wagtails_to_serve(path: str) -> None:
    found = resolve(path)
    assert found.func == serve
    assert path.lstrip("/").endswith(found.args[0])


@pytest.mark.parametrize("path", ["/a/other.ics", "/a/../meeting.ics", "/a/meetings.json"])
def test_other_files_are_not(path: str) -> None:
    with pytest.raises(Resolver404):
        resolve(path)


def test_a_site_that_includes_their_addresses() -> None:
    assert files_are_served()


def test_a_site_without_them() -> None:
    with override_settings(ROOT_URLCONF="wagtail.urls"):
        assert not files_are_served()


@pytest.mark.parametrize("name", [*OF_A_MEETING, *OF_A_LIST])
def test_who_has_it_already_is_told_so(site: SmallSite, name: str) -> None:
    one = announced(staffed_council(site))
    page = one.page if name in OF_A_MEETING else one.page.get_parent()
    url = f"{page.specific.get_url()}{name}"
    first = Client().get(url)
    assert first.status_code == 200
    assert "public" in first["Cache-Control"]
    assert not first.cookies
    assert "Cookie" not in first.get("Vary", "")
    again = Client(headers={"if-none-match": first["ETag"]}).get(url)
    assert again.status_code == 304
    type(one).objects.filter(pk=one.pk).update(sequence=9, status="cancelled")
    if name != "resolutions.csv":
        changed = Client(headers={"if-none-match": first["ETag"]}).get(url)
        assert changed.status_code == 200


@pytest.mark.parametrize("name", OF_A_MEETING)
def test_a_planned_meeting_has_none(site: SmallSite, name: str) -> None:
    one = meeting(staffed_council(site))
    assert Client().get(f"{one.page.get_url()}{name}").status_code == 404


@pytest.mark.parametrize("name", OF_A_MEETING)
def test_of_a_page_that_is_not_for_everybody(site: SmallSite, name: str) -> None:
    one = announced(staffed_council(site))
    group = Group.objects.create(name="اعضا")
    kept = PageViewRestriction.objects.create(page=one.page, restriction_type="groups")
    kept.groups.add(group)
    assert Client().get(f"{one.page.get_url()}{name}").status_code == 302


def test_resolutions_as_a_table(site: SmallSite) -> None:
    one = held(staffed_council(site))
    resolution(one, "=HYPERLINK(1)")
    resolution(one, "پنهان", visibility="members")
    published(one)
    response = Client().get(f"{one.page.get_parent().specific.get_url()}resolutions.csv")
    told = response.content.decode()
    assert "پنهان" not in told
    assert "'=HYPERLINK(1)" in told
    day = one.day
    assert day is not None
    assert day.isoformat() in told


def test_pages_name_their_files(site: SmallSite) -> None:
    one = announced(staffed_council(site))
    url = one.page.get_url()
    shown = Client().get(url).content.decode()
    for kind, name in (("text/calendar", "meeting.ics"), ("application/json", "meeting.json")):
        assert f'<link rel="alternate" type="{kind}"' in shown
        assert shown.count(f'href="{url}{name}"') == 2
    home = one.page.get_parent().specific.get_url()
    shown = Client().get(home).content.decode()
    assert shown.count(f'href="{home}meetings.ics"') == 2
    assert shown.count(f'href="{home}resolutions.csv"') == 2
