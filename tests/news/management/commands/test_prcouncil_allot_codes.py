from io import StringIO

import pytest
from django.core.management import call_command

from tests.making import SmallSite, draft_news, live_news, small_site
from wagtail_prcouncil.news.models import NewsPage


@pytest.fixture
def site(db: None) -> SmallSite:
    return small_site()


def test_live_items_without_a_code_get_one(site: SmallSite) -> None:
    page, draft, left = live_news(site), draft_news(site), draft_news(site)
    NewsPage.objects.filter(pk=left.pk).update(live=True)
    said = StringIO()
    call_command("prcouncil_allot_codes", stdout=said)
    mended = NewsPage.objects.get(pk=left.pk)
    assert mended.code == page.code + 1
    assert mended.published_at
    assert NewsPage.objects.get(pk=draft.pk).code is None
    assert said.getvalue() == f"{mended.code} {left.title}\n"
