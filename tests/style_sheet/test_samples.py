"""Both languages show the same: what one lacks would go unseen in it."""

from typing import Any

from style_sheet.samples import read

from wagtail_prcouncil.ui.languages import PageLanguage

FA, EN = PageLanguage("fa", is_bidi=True), PageLanguage("en", is_bidi=False)


def shape(value: Any) -> Any:
    """Keys and lengths, without the words."""
    if isinstance(value, dict):
        return {key: shape(part) for key, part in value.items()}
    if isinstance(value, list):
        return [shape(part) for part in value]
    return type(value)


def test_the_words_of_both_languages_have_one_shape() -> None:
    assert shape(read(FA)) == shape(read(EN))
