import pytest
from django.apps import apps
from wagtail import hooks

from wagtail_prcouncil.ui.checks import before_wagtail, nearest_slot, page_slots
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
