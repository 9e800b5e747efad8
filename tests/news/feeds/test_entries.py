from dataclasses import FrozenInstanceError, fields

import pytest

from tests.directory.making import agency
from tests.making import SmallSite, live_news
from wagtail_prcouncil.news.feeds.entries import Entry, Key, Picture
from wagtail_prcouncil.news.models import NewsPage


def test_keys_are_columns_of_news(site: SmallSite) -> None:
    page = live_news(site, agency=agency("سازمان آب"))
    key = Key(*NewsPage.objects.values_list(*Key._fields).get())
    assert (key.pk, key.code, key.url_path) == (page.pk, page.code, page.url_path)
    assert (key.agency__name, key.section__title) == ("سازمان آب", site.section.title)
    assert key.times == (page.published_at, page.modified_at, page.last_published_at, None)


@pytest.mark.parametrize("kind", [Entry, Picture])
def test_what_is_kept_for_all_cannot_be_changed(kind: type) -> None:
    made = kind(**dict.fromkeys((field.name for field in fields(kind)), ""))
    with pytest.raises(FrozenInstanceError):
        made.url = "x"
