from django.test import override_settings
from home.models import HomePage

from wagtail_prcouncil.audience.kinds import counted_types
from wagtail_prcouncil.news.models import NewsPage


def test_news_are_counted_unless_a_site_says_otherwise() -> None:
    assert counted_types() == (NewsPage,)
    with override_settings(WAGTAIL_PRCOUNCIL={"AUDIENCE_PAGE_TYPES": ["home.HomePage"]}):
        assert counted_types() == (HomePage,)


def test_what_is_not_installed_is_passed_over() -> None:
    named = ["nowhere.Page", "prcouncil_news.NewsPage"]
    with override_settings(WAGTAIL_PRCOUNCIL={"AUDIENCE_PAGE_TYPES": named}):
        assert counted_types() == (NewsPage,)


def test_a_type_whose_base_is_named_is_named_already() -> None:
    named = ["prcouncil_news.NewsPage", "wagtailcore.Page"]
    with override_settings(WAGTAIL_PRCOUNCIL={"AUDIENCE_PAGE_TYPES": named}):
        assert [kind._meta.label for kind in counted_types()] == ["wagtailcore.Page"]
