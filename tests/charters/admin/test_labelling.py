"""The answer to the script that proposes labels."""

import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.charters.making import charter, clause, fresh, in_english
from tests.councils.making import council
from tests.councils.staff import group_for, member_of
from tests.making import SmallSite
from wagtail_prcouncil.charters.admin.labelling import levels_of
from wagtail_prcouncil.charters.models import Charter

KEYS = ["fa/ماده/figures", "fa//letters", "fa//figures"]


def asked(client: Client, **said: Any) -> Any:
    body = json.dumps({"clauses": [], "schemes": KEYS, "again": False} | said)
    return client.post(reverse("prcouncil_charters_labels"), body, content_type="application/json")


def test_labels_come_in_order_and_nothing_is_stored(site: SmallSite, admin_client: Client) -> None:
    one = charter(council(site))
    clauses = [[1, ""], [2, ""], [2, ""], [1, "مادهٔ ۲"], [1, ""]]
    answer = asked(admin_client, clauses=clauses)
    assert answer.json() == {"labels": ["مادهٔ ۱", "الف", "ب", "مادهٔ ۲", "مادهٔ ۳"]}
    again = asked(admin_client, clauses=clauses, again=True)
    assert again.json()["labels"][-2:] == ["مادهٔ ۲", "مادهٔ ۳"]
    assert Charter.objects.get(pk=one.pk).version == one.version


@pytest.mark.parametrize(
    "wrong",
    [
        {"clauses": None},
        {"clauses": [[2, ""]]},
        {"clauses": [[1, ""], [3, ""]]},
        {"clauses": [[1, "x" * 61]]},
        {"clauses": [[1]]},
        {"clauses": [["1", ""]]},
        {"clauses": [[1, ""]] * 2_001},
        {"schemes": KEYS[:2]},
        {"schemes": [*KEYS[:2], "fa/فصل/figures"]},
        {"schemes": [*KEYS, 7]},
        {"again": "yes"},
    ],
)
def test_what_makes_no_sense_is_refused(admin_client: Client, wrong: dict[str, Any]) -> None:
    answer = asked(admin_client, **wrong)
    assert answer.status_code == 400
    assert answer.json()["error"]


@pytest.mark.parametrize("body", [b"", b"\xff", b"[]", b"{", b"[" * 100_000])
def test_what_is_no_json_is_refused(admin_client: Client, body: bytes) -> None:
    url = reverse("prcouncil_charters_labels")
    answer = admin_client.post(url, body, content_type="application/json")
    assert answer.status_code == 400


def test_it_is_asked_by_post_and_by_staff(client: Client, admin_client: Client) -> None:
    url = reverse("prcouncil_charters_labels")
    assert admin_client.get(url).status_code == 405
    assert client.post(url, "{}", content_type="application/json").status_code == 302
    client.force_login(member_of(group_for()))
    assert asked(client).json() == {"labels": []}


def test_a_page_offers_what_it_is_labelled_by(site: SmallSite) -> None:
    one = charter(council(site), clauses=[clause("اصل نخست", parts=[clause("۱")])])
    first, second, third = levels_of(fresh(one).page)
    chosen = [[row.examples for row in one.options if row.is_chosen] for one in (first, second)]
    assert chosen == [["اصل نخست، اصل دوم، اصل سوم، …"], ["۱، ۲، ۳، …"]]
    assert (first.number, second.number, third.number) == (1, 2, 3)
    english = levels_of(in_english(one, site))
    assert all(row.key.startswith("en/") for level in english for row in level.options)
