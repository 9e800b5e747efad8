import pytest
from django.core.paginator import Paginator
from django.utils import translation

from tests.making import SmallSite
from wagtail_prcouncil.ui.languages import PageLanguage, language_name, page_in, page_language


@pytest.mark.parametrize(
    ("code", "is_bidi", "dir_", "is_persian"),
    [("fa", True, "rtl", True), ("fa-ir", True, "rtl", True), ("en", False, "ltr", False)],
)
def test_what_a_language_means_for_a_page(
    code: str, is_bidi: bool, dir_: str, is_persian: bool
) -> None:
    language = PageLanguage(code, is_bidi)
    assert (language.dir, language.is_persian) == (dir_, is_persian)


def test_arabic_is_right_to_left_and_not_persian() -> None:
    with translation.override("ar"):
        language = page_language(None)
    assert language.dir == "rtl"
    assert not language.is_persian


def test_the_page_rules_and_not_the_address(site: SmallSite) -> None:
    with translation.override("en"):
        assert page_language(site.home) == PageLanguage("fa", is_bidi=True)
    with translation.override("fa"):
        assert page_language(site.home_en) == PageLanguage("en", is_bidi=False)


def test_without_a_page_the_active_language(site: SmallSite) -> None:
    with translation.override("en"):
        assert page_language(None).code == "en"


def test_without_an_active_language_the_sites_own() -> None:
    with translation.override(None):
        assert page_language(None).code == "fa"


def test_a_page_of_a_paginator_is_no_page(site: SmallSite) -> None:
    assert page_in({"page": Paginator([1], 1).page(1)}) is None
    assert page_in({"page": site.home}) == site.home
    assert page_in({}) is None


@pytest.mark.parametrize(
    ("active", "code", "name"),
    [("fa", "en", "انگلیسی"), ("en", "fa", "Persian"), ("en", "qqq", "qqq")],
)
def test_a_language_is_called_by_its_name_in_the_active_one(
    active: str, code: str, name: str
) -> None:
    with translation.override(active):
        assert language_name(code) == name
