from django.test import override_settings

from wagtail_prcouncil.directory.public.files import files_are_served


def test_files_need_their_addresses() -> None:
    assert files_are_served()
    with override_settings(ROOT_URLCONF="wagtail.urls"):
        assert not files_are_served()
