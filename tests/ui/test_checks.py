from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.test import override_settings
from wagtail import hooks

from wagtail_prcouncil.ui.checks import (
    addresses,
    before_wagtail,
    error_pages,
    nearest_slot,
    page_slots,
)
from wagtail_prcouncil.ui.slots import HOOK, SLOTS, PageSlot

EXISTS = "prcouncil_ui/components/empty.html"


def problems(slot: PageSlot) -> dict[str, str]:
    with hooks.register_temporarily(HOOK, lambda: slot):
        return {problem.id: f"{problem.msg} {problem.hint}" for problem in page_slots()}


def test_a_right_slot_is_left_alone() -> None:
    assert problems(PageSlot("margin", EXISTS, lambda page, request: {})) == {}


def test_an_unknown_slot() -> None:
    found = problems(PageSlot("after_bodi", EXISTS, lambda page, request: {}))
    assert list(found) == ["prcouncil_ui.E001"]
    assert "'after_bodi'" in found["prcouncil_ui.E001"]
    assert "'after_body'" in found["prcouncil_ui.E001"]


def test_a_template_that_is_not_there() -> None:
    found = problems(PageSlot("margin", "nowhere/thread.html", lambda page, request: {}))
    assert list(found) == ["prcouncil_ui.E002"]
    assert "nowhere/thread.html" in found["prcouncil_ui.E002"]


def test_a_name_like_no_other_gets_the_whole_list() -> None:
    assert all(name in nearest_slot("qqqq") for name in SLOTS)


def test_the_face_stands_before_the_admin(monkeypatch: pytest.MonkeyPatch) -> None:
    assert before_wagtail() == []
    configs = sorted(apps.get_app_configs(), key=lambda app: app.name == "wagtail_prcouncil.ui")
    monkeypatch.setattr(apps, "app_configs", {app.label: app for app in configs})
    assert [problem.id for problem in before_wagtail()] == ["prcouncil_ui.W003"]


def test_addresses_that_are_not_included() -> None:
    assert addresses() == []
    with override_settings(ROOT_URLCONF="tests.ui.urls_without_search"):
        [warned] = addresses()
    assert warned.id == "prcouncil_ui.W001"
    assert "wagtail_prcouncil.ui.urls" in (warned.hint or "")


def test_error_pages_of_djangos_own() -> None:
    assert error_pages() == []
    django_s = "django.views.csrf.csrf_failure"
    with override_settings(ROOT_URLCONF="tests.ui.urls_without_search", CSRF_FAILURE_VIEW=django_s):
        [warned] = error_pages()
    assert warned.id == "prcouncil_ui.W002"
    for name in ("handler403", "handler404", "handler500", "CSRF_FAILURE_VIEW"):
        assert name in warned.msg


def test_error_pages_by_templates(tmp_path: Path) -> None:
    """A site may also write `404.html` and its kin, which Django's own views show."""
    for name in ("403", "404", "500", "403_csrf"):
        (tmp_path / f"{name}.html").write_text("x")
    engines = [settings.TEMPLATES[0] | {"DIRS": [tmp_path]}]
    with override_settings(
        ROOT_URLCONF="tests.ui.urls_without_search",
        CSRF_FAILURE_VIEW="django.views.csrf.csrf_failure",
        TEMPLATES=engines,
    ):
        assert error_pages() == []
