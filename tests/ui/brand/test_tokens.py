"""The browser test in test_brand_in_browser.py compares the tokens with Chromium's."""

import re
from pathlib import Path

import pytest
from django.apps import apps

from wagtail_prcouncil.ui.brand.tokens import BrandColours, dark, light

SHEET = Path(
    apps.get_app_config("prcouncil_ui").path, "static/prcouncil_ui/prcouncil.css"
).read_text()


def declared(name: str) -> str:
    found = re.search(rf"--prc-{name}: ([^;]+);", SHEET)
    assert found, name
    return found[1]


def test_the_defaults_are_those_of_the_style_sheet() -> None:
    colours = BrandColours()
    assert declared("brand") == colours.brand
    assert declared("accent") == colours.accent
    assert light(colours)["on-brand"].hex == colours.on_brand
    assert declared("on-brand") == "#fff"


@pytest.mark.parametrize("name", ["ink", "muted", "edge"])
def test_fixed_tokens_are_those_of_the_style_sheet(name: str) -> None:
    in_light, in_dark = re.findall(r"#[0-9a-f]{6}", declared(name))
    assert light(BrandColours())[name].hex == in_light
    assert dark(BrandColours())[name].hex == in_dark


def test_every_scheme_has_every_token() -> None:
    assert set(light(BrandColours())) == set(dark(BrandColours()))
    assert all(declared(name) for name in light(BrandColours()))
