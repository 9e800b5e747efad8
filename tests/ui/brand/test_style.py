import re

import pytest
from django.core.signing import BadSignature
from django.test import override_settings

from tests.making import SmallSite
from wagtail_prcouncil.ui.brand.style import (
    DERIVES,
    digest_of,
    preview_url,
    signed_style,
    style_of,
    style_url,
)
from wagtail_prcouncil.ui.models import BrandSettings


def test_nothing_chosen_is_no_sheet(site: SmallSite) -> None:
    row = BrandSettings(site=site.site, name="وزارت")
    assert style_of(row) == style_url(row) == preview_url(row) == ""


def test_only_what_was_chosen_is_written(site: SmallSite) -> None:
    sheet = style_of(BrandSettings(site=site.site, radius=0, motif_strength="0.00"))
    assert "--prc-radius: 0px;" in sheet
    assert "--prc-motif-strength: 0.00;" in sheet
    assert "brand" not in sheet
    assert "@supports" not in sheet, "nothing is derived of a radius"


def test_in_the_layer_so_that_a_site_still_wins(site: SmallSite) -> None:
    sheet = style_of(BrandSettings(site=site.site, brand="#3b2a63"))
    assert sheet.startswith("@layer prcouncil {")
    assert sheet.count("{") == sheet.count("}")
    assert "--prc-brand: #3b2a63;" in sheet


def test_older_browsers_get_what_they_cannot_derive(site: SmallSite) -> None:
    sheet = style_of(BrandSettings(site=site.site, brand="#3b2a63"))
    older = sheet.partition("@supports")[2]
    assert set(re.findall(r"--prc-([\w-]+):", older)) == {
        "sunken",
        "line",
        "tint",
        "voice-tint",
        "deep",
    }
    assert DERIVES in sheet


def test_nothing_but_a_colour_is_ever_written(site: SmallSite) -> None:
    """A row that was not cleaned: from SQL, say."""
    row = BrandSettings(site=site.site, brand="red} body{display:none", accent="#8a4b00")
    assert "body" not in style_of(row)


def test_the_address_changes_with_the_sheet(site: SmallSite) -> None:
    row = BrandSettings(site=site.site, brand="#3b2a63")
    before = style_url(row)
    assert before == f"/brand/{site.site.pk}-{digest_of(style_of(row))}.css"
    row.brand = "#123a7a"
    assert style_url(row) != before


@override_settings(ROOT_URLCONF="tests.ui.urls_without_search")
def test_a_site_without_our_addresses(site: SmallSite) -> None:
    assert style_url(BrandSettings(site=site.site, brand="#3b2a63")) == ""


def test_a_preview_carries_what_was_signed(site: SmallSite) -> None:
    row = BrandSettings(site=site.site, brand="#3b2a63")
    signed = preview_url(row).partition("?sheet=")[2]
    assert signed_style(signed) == style_of(row)
    with pytest.raises(BadSignature):
        signed_style(signed[:-1])
