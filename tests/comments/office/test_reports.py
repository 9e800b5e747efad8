import csv
from io import StringIO

import pytest
from django.test import Client

from tests.comments.making import moderator, open_page, posted
from tests.making import SmallSite
from tests.news.staff import group, logged_in, member, reading
from wagtail_prcouncil.comments.actions import Because, decide
from wagtail_prcouncil.comments.models import ModerationScope
from wagtail_prcouncil.comments.office.groupings import GROUPINGS
from wagtail_prcouncil.comments.states import Reason, Verb

PLACE = "/admin/reports/comments/"
GARBAGE = [
    *("at_from[]=x", "at_from=9999-99-99", "at_from=1405/13/40", "p=-1", "p=۲", "p=x"),
    *(
        "ordering=evil",
        "export=exe",
        "q=" + "x" * 10_000,
        "at_to=%00",
        "at_from=<script>alert(1)</script>",
    ),
]


@pytest.fixture
def rejected(site: SmallSite) -> str:
    """The name of the only moderator who ever decided."""
    boss = moderator(site.index)
    boss.first_name = "=HYPERLINK(1)"
    boss.save()
    comment = posted(open_page(site))
    because = Because(Reason.LIBEL)
    decide(comment.pk, Verb.REJECT, expected_version=1, by=boss, because=because)
    return boss.first_name


def _rows(client: Client, place: str) -> list[list[str]]:
    response = client.get(f"{place}?export=csv")
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.reader(StringIO(text)))


@pytest.mark.parametrize("grouping", GROUPINGS, ids=lambda grouping: grouping.slug)
def test_each_way_of_adding_up_has_its_page(
    admin_client: Client, rejected: str, grouping: object
) -> None:
    shown = admin_client.get(f"{PLACE}{grouping.slug}/")
    assert shown.status_code == 200
    assert shown.content.decode().count('aria-current="page"') >= 1
    assert admin_client.get(f"{PLACE}{grouping.slug}/?export=xlsx").status_code == 200


def test_a_formula_in_a_name_leaves_as_text(admin_client: Client, rejected: str) -> None:
    """T2: a cell of the file is no formula, wherever its words come from."""
    rows = _rows(admin_client, f"{PLACE}moderators/")
    assert rows[1][:2] == [f"'{rejected}", "1"]
    assert _rows(admin_client, f"{PLACE}reasons/")[1][1:] == ["1", "1", "0"]


def test_filters_take_anything(admin_client: Client, rejected: str) -> None:
    for asked in GARBAGE:
        for place in (f"{PLACE}rules/", f"{PLACE}moderators/results/"):
            shown = admin_client.get(f"{place}?{asked}")
            assert shown.status_code == 200, asked
            assert b"<script>alert" not in shown.content


def test_numbers_stay_within_the_scope(site: SmallSite, rejected: str) -> None:
    """T15: a moderator of another index, somebody with the right to see numbers, a stranger."""
    outside = logged_in(reading(moderator(site.index_en), "en"))
    assert len(_rows(outside, f"{PLACE}moderators/")) == 1
    office = group("office", "view_decision")
    clerk = logged_in(member(office))
    assert len(_rows(clerk, f"{PLACE}moderators/")) == 1, "without a scope, of nothing"
    ModerationScope.objects.create(group=office, page=site.section)
    assert len(_rows(clerk, f"{PLACE}moderators/")) == 2
    stranger = logged_in(member(group("others")))
    assert stranger.get(f"{PLACE}moderators/").status_code == 302
