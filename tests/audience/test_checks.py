import pytest
from django.test import override_settings

from wagtail_prcouncil.audience.checks import (
    addresses_are_there,
    counted_types_exist,
    counting_is_possible,
)


def _ids(chosen: dict[str, object]) -> list[str]:
    with override_settings(WAGTAIL_PRCOUNCIL=chosen):
        found = [*counted_types_exist(), *counting_is_possible()]
    assert all(message.hint for message in found)
    return [message.id for message in found]


@pytest.mark.parametrize(
    ("chosen", "ids"),
    [
        ({}, []),
        ({"AUDIENCE_PAGE_TYPES": ["home.HomePage"]}, []),
        ({"AUDIENCE_PAGE_TYPES": ["home.HomePge"]}, ["prcouncil_audience.E001"]),
        ({"AUDIENCE_COUNTING": "rows"}, []),
        ({"AUDIENCE_COUNTING": "raws"}, ["prcouncil_audience.E002"]),
        ({"AUDIENCE_CACHE": "nowhere"}, ["prcouncil_audience.E002"]),
        ({"AUDIENCE_COUNTING": "cache"}, ["prcouncil_audience.W001"]),
    ],
)
def test_what_cannot_count_is_said(chosen: dict[str, object], ids: list[str]) -> None:
    assert _ids(chosen) == ids


def test_addresses_that_are_missing_are_named() -> None:
    assert addresses_are_there() == []
    with override_settings(ROOT_URLCONF="tests.ui.urls_without_search"):
        assert [message.id for message in addresses_are_there()] == ["prcouncil_audience.W002"]
