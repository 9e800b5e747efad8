from dataclasses import FrozenInstanceError, fields

import pytest

from wagtail_prcouncil.news.feeds.entries import Entry, Key, Picture
from wagtail_prcouncil.news.models import NewsPage


def test_keys_are_columns_of_news() -> None:
    assert {NewsPage._meta.get_field(name).name for name in Key._fields[1:]} == {*Key._fields[1:]}


@pytest.mark.parametrize("kind", [Entry, Picture])
def test_what_is_kept_for_all_cannot_be_changed(kind: type) -> None:
    made = kind(**dict.fromkeys((field.name for field in fields(kind)), ""))
    with pytest.raises(FrozenInstanceError):
        made.url = "x"
