import pytest
from django.test import override_settings
from django.utils.translation import override

from wagtail_prcouncil.exchange.cells import cut, is_too_long, too_long

pytestmark = pytest.mark.once


@override_settings(WAGTAIL_PRCOUNCIL={"IMPORT_MAX_CELL_LENGTH": 1_000})
def test_what_was_cut_is_known_to_have_been_too_long() -> None:
    assert cut("a" * 1_000) == "a" * 1_000
    assert not is_too_long("a" * 1_000)
    assert is_too_long(cut("a" * 9_000))
    assert len(cut("a" * 9_000)) == 1_001
    with override("fa"):
        assert "۱٬۰۰۰" in too_long()
