from typing import Any

import pytest
from django.test import override_settings
from wagtail.models import Locale

from wagtail_prcouncil import conf
from wagtail_prcouncil.pages import checks
from wagtail_prcouncil.uploads.image_form import ImageUploadForm


class MinistryImageForm(ImageUploadForm):
    """A ministry's own, with rules of its own."""


def found(**chosen: Any) -> list[tuple[str | None, str]]:
    with override_settings(WAGTAIL_PRCOUNCIL=chosen):
        return [
            (message.id, f"{message.msg} {message.hint}") for message in checks.known_settings()
        ]


def test_the_example_site_is_clean() -> None:
    assert checks.known_settings() == []


def test_an_unknown_key_names_the_nearest() -> None:
    [(code, words)] = found(NEWS_PAGESIZE=20)
    assert code == "prcouncil_pages.E002"
    assert "'NEWS_PAGE_SIZE'" in words


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("NEWS_PAGE_SIZE", "20"),
        ("NEWS_PAGE_SIZE", 0),
        ("NEWS_PAGE_SIZE", True),
        ("NEWS_CODE_LABEL", 7),
        ("HIDDEN_PAGE_TYPES", "prcouncil_news.NewsPage"),
    ],
)
def test_a_value_of_the_wrong_type(key: str, value: Any) -> None:
    [(code, words)] = found(**{key: value})
    assert code == "prcouncil_pages.E003"
    assert key in words


def test_a_number_that_is_too_small_is_told_so() -> None:
    [(_code, words)] = found(NEWS_PAGE_SIZE=0)
    assert "above zero" in words


@pytest.mark.parametrize("label", ["prcouncil_news.NewPage", "prcouncil_news.newspage"])
def test_a_hidden_type_that_there_is_not(label: str) -> None:
    with override_settings(WAGTAIL_PRCOUNCIL={"HIDDEN_PAGE_TYPES": [label]}):
        [message] = checks.hidden_types()
    assert message.id == "prcouncil_pages.E004"
    assert "'prcouncil_news.NewsPage'" in (message.hint or "")


def test_proxies_are_networks() -> None:
    named = ["10.0.0.0/8", "192.0.2.7", "2001:db8::/32", "10.0.0.0/99", "proxy"]
    with override_settings(WAGTAIL_PRCOUNCIL={"CLIENT_PROXIES": named}):
        messages = checks.networks()
    assert [message.id for message in messages] == ["prcouncil_pages.E006"] * 2
    assert "10.0.0.0/99" in messages[0].msg


def test_times_want_zones() -> None:
    assert checks.aware_times() == []
    with override_settings(USE_TZ=False):
        assert [message.id for message in checks.aware_times()] == ["prcouncil_pages.E005"]


def test_uploads_want_a_form_that_looks_into_them() -> None:
    assert checks.checked_uploads() == []
    with override_settings(WAGTAILIMAGES_IMAGE_FORM_BASE="", WAGTAILDOCS_DOCUMENT_FORM_BASE=""):
        found = checks.checked_uploads()
    assert [message.id for message in found] == ["prcouncil_pages.W002"] * 2
    assert "uploads.image_form.ImageUploadForm" in (found[0].hint or "")
    assert "uploads.document_form.DocumentUploadForm" in (found[1].hint or "")
    with override_settings(WAGTAILIMAGES_IMAGE_FORM_BASE=f"{__name__}.MinistryImageForm"):
        assert checks.checked_uploads() == [], "one that inherits ours does as well"


def test_the_default_language_wants_a_locale(db: None) -> None:
    assert checks.default_locale(databases=["default"]) == []
    with override_settings(LANGUAGE_CODE="en"):
        Locale.objects.filter(language_code="en").delete()
        [message] = checks.default_locale(databases=["default"])
    assert message.id == "prcouncil_pages.W001"


def test_good_values_pass() -> None:
    chosen = {key: read() for key, read in conf.KEYS.items()}
    assert found(**chosen) == []
    assert found(HIDDEN_PAGE_TYPES=["prcouncil_news.NewsPage"]) == []


def test_settings_that_are_no_dict() -> None:
    with override_settings(WAGTAIL_PRCOUNCIL=["NEWS_PAGE_SIZE"]):
        assert [message.id for message in checks.known_settings()] == ["prcouncil_pages.E003"]


@pytest.mark.parametrize(
    ("private", "numbers"),
    [
        ("/srv/media-private", []),
        ("/srv/media", ["prcouncil_pages.E007"]),
        ("/srv/media/private", ["prcouncil_pages.E007"]),
        ("/srv/other/../static/x", ["prcouncil_pages.E007"]),
    ],
)
def test_private_files_within_what_is_served(private: str, numbers: list[str]) -> None:
    with override_settings(
        MEDIA_ROOT="/srv/media",
        STATIC_ROOT="/srv/static",
        WAGTAIL_PRCOUNCIL={"PRIVATE_ROOT": private},
    ):
        assert [message.id for message in checks.private_files()] == numbers


def test_private_files_lie_beside_the_others() -> None:
    with override_settings(MEDIA_ROOT="/srv/media/", STATIC_ROOT=None, WAGTAIL_PRCOUNCIL={}):
        assert conf.private_root() == "/srv/media-private"
        assert checks.private_files() == []
