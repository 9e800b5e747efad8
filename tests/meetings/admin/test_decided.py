"""All resolutions, in a list."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.making import SmallSite
from tests.meetings.admin.desk import chief, place, secretary
from tests.meetings.making import approved, held, resolution, staffed_council
from wagtail_prcouncil.meetings.actions import resolving
from wagtail_prcouncil.meetings.admin.decided import shortened
from wagtail_prcouncil.meetings.models import Meeting, Resolution
from wagtail_prcouncil.meetings.rights import Right


@pytest.fixture
def meeting(site: SmallSite) -> Meeting:
    made = held(staffed_council(site, title="شورای یکم"))
    for text in ("ساخت سد", "بازسازی راه"):
        resolution(made, text)
    approved(made)
    return made


def texts(client: Client, **asked: Any) -> list[str]:
    page = client.get(reverse("prcouncil_resolutions:index"), asked)
    assert page.status_code == 200
    return [row.text for row in page.context["object_list"]]


def test_drafts_first_then_the_latest_number(meeting: Meeting, site: SmallSite) -> None:
    resolution(held(staffed_council(site)), "پیش‌نویس")
    assert texts(chief()) == ["پیش‌نویس", "بازسازی راه", "ساخت سد"]


def test_narrowed(meeting: Meeting, site: SmallSite) -> None:
    other = held(staffed_council(site))
    resolution(other, "پیش‌نویس")
    client, row = chief(), Resolution.objects.get(text="ساخت سد")
    assert texts(client, council=other.council.pk) == ["پیش‌نویس"]
    assert texts(client, state="draft") == ["پیش‌نویس"]
    assert texts(client, year=row.year) == ["بازسازی راه", "ساخت سد"]
    assert texts(client, q="باز سازی") in (["بازسازی راه"], [])
    assert texts(client, q="سَدّ") == ["ساخت سد"]


def test_within_the_scope(meeting: Meeting, site: SmallSite) -> None:
    other = staffed_council(site)
    assert texts(secretary(other)) == []
    assert len(texts(secretary(meeting.council, rights=[Right.VIEW_RESOLUTIONS]))) == 2
    client = secretary(meeting.council, rights=[Right.VIEW_ASSIGNMENTS])
    assert client.get(reverse("prcouncil_resolutions:index")).status_code == 302


@pytest.mark.parametrize(
    "asked", [{"year": "x"}, {"council": "9" * 30}, {"state": "x"}, {"p": "x"}]
)
def test_garbage_in_the_address(meeting: Meeting, asked: dict[str, str]) -> None:
    answer = chief().get(reverse("prcouncil_resolutions:index"), asked)
    assert answer.status_code in (200, 404)


def test_history_of_one(meeting: Meeting) -> None:
    row = Resolution.objects.first()
    assert row
    client = chief()
    assert client.get(reverse("prcouncil_resolutions:history", args=[row.pk])).status_code == 200
    answer = client.get(reverse("prcouncil_resolutions:edit", args=[row.pk]))
    assert answer["Location"] == place("resolutions", meeting)


def test_those_that_wait_come_first(meeting: Meeting, site: SmallSite) -> None:
    other = staffed_council(site)
    first, second = Resolution.objects.order_by("number")
    resolving.decline(resolving.forward(first, other), answer="x")
    resolving.forward(second, other)
    client = chief()
    page = client.get(reverse("prcouncil_forwardings:index"))
    rows = list(page.context["object_list"])
    assert [row.resolution for row in rows] == [second, first]
    for name, status in (("history", 200), ("edit", 302)):
        address = reverse(f"prcouncil_forwardings:{name}", args=[rows[0].pk])
        assert client.get(address).status_code == status
        assert secretary(staffed_council(site)).get(address).status_code in (302, 404)


def test_a_long_text_is_cut_between_words() -> None:
    assert shortened("کوتاه") == "کوتاه"
    assert shortened("واژه " * 40).endswith("واژه…")
