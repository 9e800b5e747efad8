"""Choosing a clause to cite, and how the link is stored."""

import json
from typing import Any

from django.core.cache import cache
from django.db.models.signals import post_init
from django.test import Client
from django.urls import reverse
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from tests.charters.making import adopted, charter, clause, draft
from tests.councils.making import council
from tests.making import SmallSite
from wagtail_prcouncil.blocks.words import WORDS
from wagtail_prcouncil.charters.admin.citing import name_of
from wagtail_prcouncil.charters.models import CharterPage, CharterVersion

PART = [clause("الف", "روی رسانه")]


def asked(client: Client, **query: str) -> Any:
    return client.get(reverse("prcouncil_charters_choose_clause"), query).json()


def test_clauses_that_readers_see_are_offered_and_found_by_their_words(
    site: SmallSite, admin_client: Client
) -> None:
    one = charter(
        council(site), title="میثاق راستی", clauses=[clause("اصل نخست", "پاسخ‌گویی", parts=PART)]
    )
    assert "اصل نخست" not in asked(admin_client)["html"]  # never adopted
    adopted(one)
    found = asked(admin_client)
    assert found["step"] == "choose"
    assert "اصل نخست" in found["html"]
    assert "art_1__para_1" in found["html"]
    assert "اصل نخست" in asked(admin_client, q="پاسخگویی")["html"]
    by_part = asked(admin_client, q="ميثاق رسانه")["html"]  # letters of another keyboard
    assert "art_1__para_1" in by_part
    assert "پاسخ‌گویی" not in by_part
    assert "اصل نخست" not in asked(admin_client, q="<b>هیچ")["html"]
    CharterPage.objects.get(pk=one.page_id).unpublish()
    assert "اصل نخست" not in asked(admin_client)["html"]


def test_the_words_of_a_draft_are_not_offered(site: SmallSite, admin_client: Client) -> None:
    one = charter(council(site), clauses=[clause("مادهٔ ۱")])
    adopted(one)
    draft(one)
    page = CharterPage.objects.get(pk=one.page_id).get_latest_revision_as_object()
    page.clauses[0].value["label"] = "مادهٔ پنهان"
    page.save_revision().publish()
    assert "پنهان" not in asked(admin_client)["html"]


def test_each_text_is_read_once(site: SmallSite, admin_client: Client) -> None:
    """Former versions are not read, nor is what somebody has searched before."""
    home = council(site)
    for number in range(3):
        one = charter(home, title=f"میثاق {number}")
        for _version in range(2):
            adopted(one, days=-30 + 10 * _version)
    cache.clear()
    assert texts_read(admin_client, q="راستی") == 3
    assert texts_read(admin_client, q="روشنی") == 0
    adopted(one, days=-2)
    assert texts_read(admin_client) == 1
    assert asked(admin_client, q="روشنی")["html"].count("میثاق") >= 3


def texts_read(client: Client, **query: str) -> int:
    """How many versions were read with their texts."""
    read: list[CharterVersion] = []

    def note(instance: CharterVersion, **_signal: Any) -> None:
        if "texts" not in instance.get_deferred_fields():
            read.append(instance)

    post_init.connect(note, sender=CharterVersion)
    try:
        asked(client, **query)
    finally:
        post_init.disconnect(note, sender=CharterVersion)
    return len(read)


def test_strangers_are_not_answered(client: Client) -> None:
    assert client.get(reverse("prcouncil_charters_choose_clause")).status_code == 302


def test_the_editor_gives_back_what_was_stored(site: SmallSite) -> None:
    one = charter(council(site))
    adopted(one)
    told = f'linktype="charter-clause" charter="{one.key}" anchor="art_2"'
    html = f'<p data-block-key="a">بنا بر <a {told}>مادهٔ ۲</a> است.</p>'
    converter = ContentstateConverter(features=WORDS)
    state = converter.from_database_format(html)
    entity = next(iter(json.loads(state)["entityMap"].values()))
    assert entity["type"] == "CHARTER_CLAUSE"
    assert entity["mutability"] == "MUTABLE"
    assert entity["data"] == {
        "charter": str(one.key),
        "anchor": "art_2",
        "title": "میثاق‌نامه: مادهٔ ۲",
    }
    back = converter.to_database_format(state)
    for part in ("charter-clause", str(one.key), "art_2", "مادهٔ ۲"):
        assert part in back
    assert "title" not in back


def test_a_clause_that_is_gone_has_no_name_and_breaks_nothing(site: SmallSite) -> None:
    one = charter(council(site))
    adopted(one)
    assert name_of({"charter": str(one.key), "anchor": "art_9"}) == ""
    assert name_of({"charter": "nothing"}) == ""
