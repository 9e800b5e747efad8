"""The list of signatures: what narrows it, and what leaves the admin."""

from typing import Any

import pytest
from django.urls import reverse

from tests.charters.admin.desk import chief, secretary
from tests.charters.making import adopted, charter, signed
from tests.councils.making import council, person
from tests.directory.making import agency
from tests.making import SmallSite
from wagtail_prcouncil.charters.actions.signing import withdraw
from wagtail_prcouncil.charters.models import Signature
from wagtail_prcouncil.charters.rights import Right
from wagtail_prcouncil.charters.states import Method
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.directory.models import Province

INDEX = "prcouncil_signatures:index"


def listed(client: Any, **asked: Any) -> set[Signature]:
    page = client.get(reverse(INDEX), asked)
    assert page.status_code == 200
    return set(page.context["object_list"])


@pytest.fixture
def three(site: SmallSite) -> dict[str, Signature]:
    """One that stands, one withdrawn, one pledge without a seat, of a province."""
    version = adopted(charter(council(site)))
    stands, withdrawn = signed(version), signed(version)
    withdraw(withdrawn, on=today(), reason="اشتباه")
    province = Province.objects.get(code="IR-07")
    far = agency("روابط عمومی راه قزوين", province=province)
    who = person("کریم نمونه‌پور يگانه")
    pledge = signed(version, agency=far, person=who, method=Method.PLEDGE)
    return {"stands": stands, "withdrawn": withdrawn, "pledge": pledge}


def test_each_filter_narrows_the_list(three: dict[str, Signature]) -> None:
    client, everybody = chief(), set(three.values())
    stands, withdrawn, pledge = (three[name] for name in ("stands", "withdrawn", "pledge"))
    assert listed(client) == everybody
    assert listed(client, state="standing") == {stands, pledge}
    assert listed(client, state="withdrawn") == {withdrawn}
    assert listed(client, state="unseated") == {pledge}
    assert listed(client, method=Method.PLEDGE) == {pledge}
    assert listed(client, province=pledge.agency.province_id) == {pledge}
    assert listed(client, agency=stands.agency_id) == {stands}
    assert listed(client, charter=stands.version.charter_id) == everybody
    assert listed(client, q="قزوین یگانه") == {pledge}
    assert listed(client, q="هیچ") == set()


@pytest.mark.parametrize("name", ["agency", "charter", "province", "council", "state", "method"])
@pytest.mark.parametrize("value", ["x", "9" * 30, "-1", "\x00"])
def test_no_filter_falls_over_what_is_no_choice(
    three: dict[str, Signature], name: str, value: str
) -> None:
    listed(chief(), **{name: value})


def test_a_secretary_sees_those_of_his_councils(site: SmallSite) -> None:
    mine, theirs = (signed(adopted(charter(council(site)))) for _ in range(2))
    client = secretary(mine.version.charter.council)
    assert listed(client) == {mine}
    assert listed(client, charter=theirs.version.charter_id) == {mine}  # no choice of his


def test_the_file_has_both_calendars_and_what_is_filtered(three: dict[str, Signature]) -> None:
    made = three["withdrawn"]
    client = secretary(made.version.charter.council)
    asked = {"export": "csv", "state": "withdrawn"}
    answer = client.get(reverse(INDEX), asked)
    heading, line = b"".join(answer.streaming_content).decode("utf-8-sig").strip().split("\r\n")
    assert made.signed_on.isoformat() in line
    assert "اشتباه" in line
    assert "شمسی" in heading or "Jalali" in heading
    book = client.get(reverse(INDEX), {"export": "xlsx"})
    assert book.status_code == 200


def test_who_may_not_export_gets_no_file(three: dict[str, Signature]) -> None:
    own = three["stands"].version.charter.council
    client = secretary(own, rights=[Right.VIEW_SIGNATURES])
    assert client.get(reverse(INDEX), {"export": "csv"}).status_code == 302


def test_many_signatures_ask_no_more_than_few(
    three: dict[str, Signature], django_assert_max_num_queries: Any
) -> None:
    version = three["stands"].version
    for _ in range(5):
        signed(version)
    client = chief()
    client.get(reverse(INDEX))
    with django_assert_max_num_queries(22):
        client.get(reverse(INDEX))
