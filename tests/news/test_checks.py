import pytest
from django.core.checks import run_checks
from django.test import override_settings

from wagtail_prcouncil.news.checks import TAG, source_phrases


@pytest.mark.parametrize("patterns", [["{agency} says"], ["no part"], "{outlet}", 3])
def test_a_pattern_that_says_nothing_is_an_error(patterns: object) -> None:
    with override_settings(WAGTAIL_PRCOUNCIL={"SOURCE_PHRASES": {"fa": patterns}}):
        (error,) = source_phrases()
        assert error.id == "prcouncil_news.E001"
        assert "docs/settings.md" in error.hint
        assert error in run_checks(tags=[TAG])


def test_good_patterns_and_none_pass() -> None:
    assert source_phrases() == []
    with override_settings(WAGTAIL_PRCOUNCIL={"SOURCE_PHRASES": {"en": ["{outlet}"]}}):
        assert source_phrases() == []
    with override_settings(WAGTAIL_PRCOUNCIL={"SOURCE_PHRASES": "{outlet}"}):
        assert source_phrases() == []
