"""System checks of the face: what features and the site put into page slots."""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error, register
from django.template import TemplateDoesNotExist
from django.template.loader import get_template

from wagtail_prcouncil.ui.slots import SLOTS, PageSlot, registered_slots

TAG = "wagtail_prcouncil"


def register_all() -> None:
    register(TAG)(page_slots)


def page_slots(app_configs: Sequence[AppConfig] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """E001: a slot that no template has. E002: a slot whose template is missing."""
    return [problem for slot in registered_slots() for problem in _problems(slot)]


def nearest_slot(name: str) -> str:
    """A hint for a misspelt slot name."""
    near = get_close_matches(name, SLOTS, n=1)
    return f"Did you mean '{near[0]}'?" if near else f"The slots are: {', '.join(SLOTS)}."


def _problems(slot: PageSlot) -> list[CheckMessage]:
    problems: list[CheckMessage] = []
    if slot.name not in SLOTS:
        problems.append(
            Error(
                f"'{slot.template}' is put into the page slot '{slot.name}', which does not exist.",
                hint=nearest_slot(slot.name),
                id="prcouncil_ui.E001",
            )
        )
    try:
        get_template(slot.template)
    except TemplateDoesNotExist:
        problems.append(
            Error(
                f"The template '{slot.template}' of the page slot '{slot.name}' does not exist.",
                hint="Is the app that holds it in INSTALLED_APPS?",
                id="prcouncil_ui.E002",
            )
        )
    return problems
