from tests.making import NewsPage, SectionPage, SmallSite, chosen, draft_news, live_news
from wagtail_prcouncil.comments.kinds import commented_types, is_commented, readable_page


def test_types_are_those_of_the_setting_that_are_installed(site: SmallSite) -> None:
    page = live_news(site)
    assert commented_types() == (NewsPage,)
    assert is_commented(page)
    with chosen(COMMENTS_PAGE_TYPES=[SectionPage._meta.label, "absent.Page"]):
        assert commented_types() == (SectionPage,)
        assert not is_commented(page)
        assert readable_page(page.pk) is None


def test_only_what_readers_may_read(site: SmallSite) -> None:
    page = live_news(site)
    assert readable_page(page.pk) == page
    assert readable_page(draft_news(site).pk) is None
    assert readable_page(site.section.pk) is None
    assert readable_page(10**18 - 1) is None
