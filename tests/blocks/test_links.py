from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.models import PageViewRestriction

from tests.blocks import bodies
from tests.making import SmallSite, draft_news, live_news
from wagtail_prcouncil.blocks.links import LinkCardBlock, SpecificPageChooserBlock
from wagtail_prcouncil.news.models import NewsPage

BLOCK = LinkCardBlock()


def errors(**fields: Any) -> list[str]:
    with pytest.raises(StructBlockValidationError) as caught:
        BLOCK.clean(BLOCK.normalize(bodies.card(**fields)))
    return list(caught.value.block_errors)


def shown(on: Any = None, **fields: Any) -> str:
    """The card on a page."""
    return str(BLOCK.render(BLOCK.normalize(bodies.card(**fields)), {"page": on})).strip()


def test_a_card_leads_to_exactly_one_place(site: SmallSite) -> None:
    assert errors() == ["page"]
    assert errors(page=site.index, url="https://example.org/") == ["url"]
    assert errors(url="https://example.org/", title="") == ["title"]
    BLOCK.clean(BLOCK.normalize(bodies.card(page=site.index, title="")))
    BLOCK.clean(BLOCK.normalize(bodies.card(url="http://example.org/")))


def test_a_draft_may_lack_its_place_but_not_have_two(site: SmallSite) -> None:
    BLOCK.defer_required_validation()
    try:
        BLOCK.clean(BLOCK.normalize(bodies.card()))
        assert errors(page=site.index, url="https://example.org/") == ["url"]
    finally:
        BLOCK.restore_deferred_validation()


@pytest.mark.parametrize(
    "url", ["ftp://example.org/", "javascript:alert(1)", "data:text/html,a", "a"]
)
def test_only_web_addresses(db: None, url: str) -> None:
    assert errors(url=url) == ["url"]


def test_a_card_of_another_host_names_it(db: None) -> None:
    html = shown(url="https://www.example.org/a?b=1&c=2")
    assert 'href="https://www.example.org/a?b=1&amp;c=2"' in html
    assert ">example.org<" in html


def test_a_card_of_this_site_has_its_title_and_right_address(site: SmallSite) -> None:
    news = live_news(site, title="سد نمونه")
    page = SpecificPageChooserBlock().bulk_to_python([news.pk])[0]
    html = shown(site.home, page=page, title="")
    assert f'href="{news.get_url()}"' in html
    assert "سد نمونه" in html


def test_what_readers_may_not_see_is_not_even_named(site: SmallSite) -> None:
    assert shown(site.home, page=draft_news(site)) == ""
    news = live_news(site, title="سد نمونه")
    PageViewRestriction.objects.create(page=site.index, restriction_type="login")
    assert shown(site.home, page=news) == ""


def test_a_card_leads_to_the_page_in_the_readers_language(site: SmallSite) -> None:
    assert f'href="{site.index_en.url}"' in shown(site.home_en, page=site.index, title="")
    assert "News" in shown(site.home_en, page=site.index, title="")
    site.index_en.unpublish()
    assert f'href="{site.index.url}"' in shown(site.home_en, page=site.index)


def test_translations_of_all_cards_come_together(site: SmallSite, client: Client) -> None:
    """However many cards of a body lead to pages in another language."""
    pages = [live_news(site) for _ in range(5)]
    english = [live_news(site, english_of=page) for page in pages]

    def asked_for(targets: list[NewsPage]) -> int:
        cards = [("link_card", bodies.card(page=page, title="")) for page in targets]
        shown_on = live_news(site, english_of=live_news(site), body=cards)
        client.get(shown_on.url)
        with CaptureQueriesContext(connection) as asked:
            html = client.get(shown_on.url).content.decode()
        assert all(f'href="{page.url}"' in html for page in english[: len(targets)])
        return len(asked)

    assert asked_for(pages) == asked_for(pages[:1])


def test_pages_come_in_a_query_for_each_type(
    site: SmallSite, django_assert_max_num_queries: Any
) -> None:
    keys = [live_news(site).pk for _ in range(4)]
    with django_assert_max_num_queries(3):
        pages = SpecificPageChooserBlock().bulk_to_python([*keys, site.index.pk, None])[:4]
    assert [page.code for page in pages if page]
