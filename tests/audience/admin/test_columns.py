from types import SimpleNamespace

import pytest
from django.utils.translation import override

from wagtail_prcouncil.audience.admin.columns import code_as_read


@pytest.mark.parametrize(("language", "shown"), [("fa", "۵۰۴۲۱"), ("en", "50421")])
def test_a_code_is_read_in_the_editors_digits(language: str, shown: str) -> None:
    with override(language):
        assert code_as_read(SimpleNamespace(code=50421)) == shown


def test_what_has_no_code_shows_none() -> None:
    assert code_as_read(None) == code_as_read(SimpleNamespace(code=None)) == ""
