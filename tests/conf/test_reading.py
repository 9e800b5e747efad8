from django.test import override_settings

from wagtail_prcouncil import conf


def test_values_are_read_at_call_time() -> None:
    assert conf.news_page_size() == 20
    with override_settings(WAGTAIL_PRCOUNCIL={"NEWS_PAGE_SIZE": 7}):
        assert conf.news_page_size() == 7
    assert conf.news_page_size() == 20


def test_a_site_without_the_dict_has_the_defaults() -> None:
    with override_settings():
        from django.conf import settings

        del settings.WAGTAIL_PRCOUNCIL
        assert conf.chosen() == {}
        assert conf.hidden_page_types() == ()
