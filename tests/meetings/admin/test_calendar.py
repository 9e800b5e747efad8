"""Months of meetings in the admin."""

import datetime as dt
from typing import Any

import pytest
from django.contrib.auth.models import User
from wagtail.users.models import UserProfile

from tests.making import SmallSite
from tests.meetings.admin.desk import logged_in, place, secretary
from tests.meetings.making import announced, meeting, staffed_council
from wagtail_prcouncil.meetings.models import Meeting
from wagtail_prcouncil.persian.jalali import TEHRAN

PLACE = "/admin/meetings/calendar/"


def reading(language: str) -> Any:
    user = User.objects.create_superuser(f"reads-{language}")
    UserProfile.objects.create(user=user, preferred_language=language)
    return logged_in(user)


def at(made: Meeting, *moment: int) -> Meeting:
    starts = dt.datetime(*moment, tzinfo=TEHRAN)  # type: ignore[misc]
    made.starts_at, made.ends_at = starts, starts + dt.timedelta(hours=2)
    made.save()
    return made


def days(page: Any) -> dict[str, list[str]]:
    """Titles by the number of their day."""
    cells = [cell for week in page.context["month"].weeks for cell in week]
    return {cell.number: [one.title for one in cell.occasions] for cell in cells if cell.occasions}


def test_a_persian_month_has_its_meetings_on_the_days_of_tehran(site: SmallSite) -> None:
    council = staffed_council(site)
    at(meeting(council, title="نیمه‌شب"), 2026, 12, 22, 0, 30)  # 1 Dey in Tehran, 30 Azar in UTC
    at(meeting(council, title="آذر"), 2026, 12, 21, 23, 0)
    client = reading("fa")
    azar = client.get(f"{PLACE}?day=2026-11-25")
    assert azar.context["month"].title == "آذر ۱۴۰۵"
    assert days(azar) == {"۳۰": ["آذر"]}
    assert days(client.get(azar.context["next"].url)) == {"۱": ["نیمه‌شب"]}


def test_an_english_month_is_a_gregorian_one(site: SmallSite) -> None:
    at(meeting(staffed_council(site), title="A"), 2026, 12, 1, 9, 0)
    page = reading("en").get(f"{PLACE}?day=2026-12-20")
    assert page.context["month"].title == "December 2026"
    assert days(page) == {"1": ["A"]}


def test_only_meetings_of_the_users_councils_stand_there(site: SmallSite) -> None:
    mine, other = staffed_council(site), staffed_council(site)
    one = announced(mine, title="از من")
    announced(other, title="از دیگری")
    page = secretary(mine).get(f"{PLACE}?day={one.day}")
    assert [row.title for row in page.context["month"].occasions] == ["از من"]
    assert secretary(mine, rights=[]).get(PLACE).status_code == 302


def test_it_is_narrowed_to_a_council_and_stays_so(site: SmallSite) -> None:
    one, other = staffed_council(site), staffed_council(site)
    made = announced(one, title="یک")
    announced(other, title="دیگر")
    page = reading("fa").get(f"{PLACE}?day={made.day}&council={one.pk}")
    assert [row.title for row in page.context["month"].occasions] == ["یک"]
    assert f"council={one.pk}" in page.context["next"].url


@pytest.mark.parametrize("asked", ["", "x", "2026-13-01", "0001-01-01", "9999-12-31", "2026-02-30"])
def test_a_day_that_is_none_shows_this_month(site: SmallSite, asked: str) -> None:
    client = reading("fa")
    shown = client.get(PLACE, {"day": asked, "council": asked})
    assert shown.status_code == 200
    assert any(cell.is_today for week in shown.context["month"].weeks for cell in week)


def test_each_meeting_leads_to_its_desk(site: SmallSite) -> None:
    made = announced(staffed_council(site))
    page = reading("fa").get(f"{PLACE}?day={made.day}")
    assert [row.url for row in page.context["month"].occasions] == [place("notice", made)]


def test_a_meeting_is_planned_from_its_day_by_those_who_may(site: SmallSite) -> None:
    council = staffed_council(site)
    page = reading("fa").get(f"{PLACE}?day=2026-11-25&council={council.pk}")
    link = f"{place('add')}?council={council.pk}&amp;day=2026-12-01"
    assert link in page.content.decode()
    reader = secretary(council, rights=["prcouncil_meetings.view_meeting"]).get(PLACE)
    assert reader.status_code == 200
    assert place("add") not in reader.content.decode()


def test_what_was_held_on_another_day_stands_there(site: SmallSite) -> None:
    made = at(meeting(staffed_council(site), title="جابه‌جا"), 2026, 6, 21, 9, 0)
    made.started_at = dt.datetime(2026, 6, 22, 9, tzinfo=TEHRAN)
    made.save()
    client = reading("fa")
    assert days(client.get(f"{PLACE}?day=2026-06-21")) == {}
    assert days(client.get(f"{PLACE}?day=2026-06-22")) == {"۱": ["جابه‌جا"]}
