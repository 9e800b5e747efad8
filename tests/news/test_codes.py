import pytest

from wagtail_prcouncil.news.codes import CodeConverter, parse


@pytest.mark.parametrize("text", ["50421", "۵۰۴۲۱", "٥٠٤٢١", "0050421"])
def test_any_digits_are_a_code(text: str) -> None:
    assert parse(text) == 50421
    assert CodeConverter().to_python(text) == 50421


@pytest.mark.parametrize("text", ["", "x", "50421a", "-1", "5 0", "²", "1" * 13, "५"])
def test_anything_else_is_not(text: str) -> None:
    assert parse(text) is None


def test_addresses_have_ascii_digits() -> None:
    assert CodeConverter().to_url(50421) == "50421"
