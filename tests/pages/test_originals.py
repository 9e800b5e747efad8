from wagtail.models import Page

from tests.making import SmallSite, draft_news, live_news
from wagtail_prcouncil.pages.originals import original


def test_the_page_in_the_default_language(site: SmallSite) -> None:
    page = live_news(site)
    english = live_news(site, english_of=page, title="News")
    assert original(english) == original(page) == page


def test_without_one_in_the_default_language_the_oldest(site: SmallSite) -> None:
    page = draft_news(site)
    english = draft_news(site, english_of=page, title="News")
    page.delete()
    assert original(english) == english


def test_an_alias_stands_for_its_source(site: SmallSite) -> None:
    page = live_news(site)
    alias = page.create_alias(update_slug="an-alias")
    assert original(alias) == page
    assert isinstance(original(alias), Page)
