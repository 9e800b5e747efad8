from django.test import override_settings

from tests.making import SmallSite, draft_news, live_news
from wagtail_prcouncil.comments.kinds import commented_types, is_commented, readable_page
from wagtail_prcouncil.news.models import NewsPage, SectionPage


def test_types_are_those_of_the_setting_that_are_installed(site: SmallSite) -> None:
    page = live_news(site)
    assert commented_types() == (NewsPage,)
    assert is_commented(page)
    types = {"COMMENTS_PAGE_TYPES": ["prcouncil_news.SectionPage", "absent.Page"]}
    with override_settings(WAGTAIL_PRCOUNCIL=types):
        assert commented_types() == (SectionPage,)
        assert not is_commented(page)
        assert readable_page(page.pk) is None


def test_only_what_readers_may_read(site: SmallSite) -> None:
    page = live_news(site)
    assert readable_page(page.pk) == page
    assert readable_page(draft_news(site).pk) is None
    assert readable_page(site.section.pk) is None
    assert readable_page(10**18 - 1) is None
