import pytest
from django.test import override_settings

from wagtail_prcouncil.ui.checks import ways_to_share
from wagtail_prcouncil.ui.share_ways import DEFAULT, share_ways

URL, TEXT = "https://ministry.example/n/50421/", "آب & برق"
RUBIKA = {"label": "روبیکا", "address": "https://rubika.ir/share?url={url}&text={text}"}


def test_each_way_holds_address_and_words_escaped() -> None:
    ways = list(share_ways(URL, TEXT))
    assert [way.key for way in ways] == list(DEFAULT)
    for way in ways:
        assert "https%3A%2F%2Fministry.example%2Fn%2F50421%2F" in way.address
        assert "{" not in way.address
    sms = next(way for way in ways if way.key == "sms")
    assert sms.address.startswith("sms:?&body=%D8%A2%D8%A8%20%26%20")


def test_words_cannot_put_in_an_address_of_their_own() -> None:
    way = next(share_ways("https://a.example/", "{url}"))
    assert way.address.count("a.example") == 1


@override_settings(WAGTAIL_PRCOUNCIL={"SHARE_WAYS": {"rubika": RUBIKA, "telegram": None}})
def test_a_site_adds_and_takes_out() -> None:
    keys = [way.key for way in share_ways(URL, TEXT)]
    assert keys == ["eitaa", "bale", "whatsapp", "sms", "mail", "rubika"]
    assert ways_to_share() == []


@pytest.mark.parametrize(
    "way",
    [
        {"label": "x"},
        RUBIKA | {"icon": "x"},
        RUBIKA | {"address": "https://rubika.ir/"},
        RUBIKA | {"address": "javascript:alert('{url}')"},
    ],
)
def test_a_way_that_leads_nowhere_is_an_error(way: dict[str, str]) -> None:
    with override_settings(WAGTAIL_PRCOUNCIL={"SHARE_WAYS": {"rubika": way}}):
        assert [error.id for error in ways_to_share()] == ["prcouncil_ui.E003"]
