import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from tests.directory.making import agency
from tests.making import SmallSite, live_news, small_site
from wagtail_prcouncil.news.models import NewsPage
from wagtail_prcouncil.pages.joined import Joined

LINKS = {
    "section": ["id", "page_ptr", "title"],
    "agency": ["id", "name"],
    "hero_image": ["id", "title", "file", "width", "height"],
    "locale": ["id", "language_code"],
}


@pytest.fixture
def site(db: None) -> SmallSite:
    return small_site()


@pytest.fixture
def items() -> Joined[NewsPage]:
    return Joined(
        NewsPage, ["id", "page_ptr", "title", "body", "section", "agency", "locale"], LINKS
    )


def test_a_row_and_what_it_links_to_in_one_query(site: SmallSite, items: Joined[NewsPage]) -> None:
    image = get_image_model().objects.create(title="سد", file=get_test_image_file())
    water = agency()
    page = live_news(site, agency=water, hero_image=image)
    live_news(site)
    with CaptureQueriesContext(connection) as asked:
        (found,) = items.find(page.pk)
        assert (found, found.title) == (page, page.title)
        assert (found.section, found.section.title) == (site.section, site.section.title)
        assert (found.agency, found.agency.name) == (water, water.name)
        assert found.hero_image.file.name == image.file.name
        assert found.locale.language_code == "fa"
        assert [block.value.source for block in found.body] == ["<p>متن خبر.</p>"]
    assert len(asked) == 1


def test_links_that_lead_nowhere(site: SmallSite, items: Joined[NewsPage]) -> None:
    page = live_news(site, section=None)
    with CaptureQueriesContext(connection) as asked:
        (found,) = items.find(page.pk)
        assert (found.section, found.agency, found.hero_image) == (None, None, None)
    assert len(asked) == 1
    assert items.find(0) == []


def test_other_columns_are_read_when_they_are_asked_for(
    site: SmallSite, items: Joined[NewsPage]
) -> None:
    page = live_news(site, agency=agency())
    (found,) = items.find(page.pk)
    assert found.get_deferred_fields() >= {"lead", "slug"}
    assert (found.lead, found.slug) == (page.lead, page.slug)
    assert found.agency.code == page.agency.code
    assert not found._state.adding


def test_found_by_another_column_among_those_that_are_kept_to(site: SmallSite) -> None:
    seen = ["id", "page_ptr", "title", "translation_key", "published_at", "locale"]
    live = Joined(NewsPage, seen, {"locale": ["id", "language_code"]}, by="code", live=True)
    first, second, gone = (live_news(site) for _ in range(3))
    gone.unpublish()
    english = live_news(site, english_of=first)
    NewsPage.objects.filter(pk=english.pk).update(code=first.code)
    assert {page.pk for page in live.find(first.code)} == {first.pk, english.pk}
    (found,) = live.find(second.code)
    assert found.translation_key == second.translation_key
    assert found.published_at == NewsPage.objects.get(pk=second.pk).published_at
    assert live.find(gone.code) == []
