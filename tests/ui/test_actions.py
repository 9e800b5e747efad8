from collections.abc import Iterator

import pytest
from django.contrib.auth import get_user_model
from django.test import Client, override_settings
from pytest_django.fixtures import DjangoCaptureOnCommitCallbacks

from tests import test_purging
from tests.making import SmallSite


@pytest.fixture
def purged() -> Iterator[list[str]]:
    """Addresses that caches in front of the site were asked to forget."""
    test_purging.purged.clear()
    with override_settings(WAGTAILFRONTENDCACHE=test_purging.CHOSEN):
        yield test_purging.purged


def test_a_saved_brand_purges_the_homes_of_all_languages(
    site: SmallSite,
    purged: list[str],
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    editor = Client()
    editor.force_login(get_user_model().objects.create_superuser("editor"))
    path = f"/admin/settings/prcouncil_ui/brandsettings/{site.site.pk}/"
    with django_capture_on_commit_callbacks(execute=True):
        saved = editor.post(path, {"name": "وزارت", "links-count": 0})
    assert saved.status_code == 302
    assert {site.home.full_url, site.home_en.full_url} <= set(purged)
