import pytest
from wagtail_localize.fields import BaseTranslatableField
from wagtail_localize.models import Translation, TranslationSource

from tests.making import SmallSite, live_news
from wagtail_prcouncil.news.models import NewsPage
from wagtail_prcouncil.pages.translating import OwnOfEachLanguage


def english(page: NewsPage) -> NewsPage:
    """What wagtail-localize makes of the page as it is now."""
    source, _new = TranslationSource.update_or_create_from_instance(page)
    target = page.locale.__class__.objects.get(language_code="en")
    translation, _new = Translation.objects.get_or_create(source=source, target_locale=target)
    translation.save_target(publish=False)
    return NewsPage.objects.get(locale=target).get_latest_revision_as_object()


def test_each_language_says_it_for_itself(site: SmallSite) -> None:
    """A translation is no word-for-word copy of what it was translated from."""
    page = live_news(site, quoted_url="https://roads.example.ir/", is_republished=True)
    translation = english(page)
    assert not translation.is_republished
    assert translation.quoted_url == page.quoted_url
    NewsPage.objects.filter(pk=translation.pk).update(is_republished=True)
    NewsPage.objects.filter(pk=page.pk).update(is_republished=False, lead="تازه")
    assert english(NewsPage.objects.get(pk=page.pk)).is_republished


@pytest.mark.parametrize("name", [n for n in vars(BaseTranslatableField) if n.startswith("is_")])
def test_it_answers_all_that_the_library_asks(site: SmallSite, name: str) -> None:
    own = OwnOfEachLanguage("is_republished")
    assert getattr(own, name)(NewsPage()) is (name == "is_editable")
    assert own.get_field(NewsPage).name == "is_republished"
