from django.test import override_settings
from django.utils import translation

from wagtail_prcouncil import conf


def test_the_label_of_codes_follows_the_language() -> None:
    with translation.override("fa"):
        assert str(conf.news_code_label()) == "کد خبر"
    with translation.override("en"):
        assert str(conf.news_code_label()) == "News code"


def test_ways_to_share_are_a_copy() -> None:
    chosen = {"rubika": None}
    with override_settings(WAGTAIL_PRCOUNCIL={"SHARE_WAYS": chosen}):
        conf.share_ways().clear()
    assert chosen
