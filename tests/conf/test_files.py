from django.test import override_settings

from wagtail_prcouncil import conf


def test_a_list_of_endings_takes_the_place_of_ours() -> None:
    assert "pdf" in conf.document_extensions()
    with override_settings(WAGTAIL_PRCOUNCIL={"DOCUMENT_EXTENSIONS": ["epub"]}):
        assert conf.document_extensions() == ("epub",)
