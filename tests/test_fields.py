import pytest
from wagtail.blocks import CharBlock
from wagtail.models import Page

from tests.making import SmallSite, draft_news, live_news, small_site
from wagtail_prcouncil.fields import OpenStreamField
from wagtail_prcouncil.news.models import NewsCode, NewsPage


@pytest.fixture
def site(db: None) -> SmallSite:
    return small_site()


def test_an_open_stream_leaves_its_blocks_out_of_migrations() -> None:
    field = OpenStreamField([("words", CharBlock())], blank=True)
    _name, path, args, kwargs = field.deconstruct()
    assert path == "wagtail_prcouncil.fields.OpenStreamField"
    assert args == [[]]
    assert kwargs == {"blank": True}


def test_canonical_fields_store_persian_letters_however_they_are_saved(site: SmallSite) -> None:
    page = draft_news(site, kicker="كار", lead="روابط‌‌عمومي")
    stored = NewsPage.objects.get(pk=page.pk)
    assert (stored.kicker, stored.lead) == ("کار", "روابط‌عمومی")
    assert page.kicker == "کار"


def test_a_fact_is_handed_to_the_oldest_translation_that_stays(site: SmallSite) -> None:
    page = live_news(site)
    english = live_news(site, english_of=page, title="News")
    page.delete()
    assert NewsCode.objects.get().page_id == english.pk
    english.delete()
    assert NewsCode.objects.get().page_id is None


def test_a_whole_tree_goes_and_its_facts_are_handed_over(
    site: SmallSite,
) -> None:
    pages = [live_news(site) for _ in range(3)]
    # Filed nowhere: English news under a Persian section would hold the tree.
    english = live_news(site, english_of=pages[0], title="News", section=None)
    Page.objects.get(pk=site.index.pk).delete()
    heirs = NewsCode.objects.order_by("number").values_list("page_id", flat=True)
    assert list(heirs) == [english.pk, None, None]


def test_translations_deleted_together_leave_the_fact_without_a_page(site: SmallSite) -> None:
    page = live_news(site)
    english = live_news(site, english_of=page, title="News")
    NewsPage.objects.filter(pk__in=[page.pk, english.pk]).delete()
    assert NewsCode.objects.get().page_id is None


def test_an_alias_is_no_heir(site: SmallSite) -> None:
    page = live_news(site)
    alias = page.copy_for_translation(site.en, alias=True)
    assert alias.translation_key == page.translation_key
    NewsPage.objects.filter(pk=page.pk).delete()
    assert NewsCode.objects.get().page_id is None
