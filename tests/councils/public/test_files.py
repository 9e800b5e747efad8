from django.test import override_settings

from wagtail_prcouncil.councils.public.files import files_are_served


def test_a_site_that_includes_their_addresses() -> None:
    assert files_are_served()


def test_a_site_without_them() -> None:
    with override_settings(ROOT_URLCONF="wagtail.urls"):
        assert not files_are_served()
