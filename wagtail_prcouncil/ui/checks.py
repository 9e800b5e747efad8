"""System checks of the face: what features and the site put into page slots, the site's
addresses, and where it stands among the apps."""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any

from django.apps import AppConfig, apps
from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning, register
from django.template import TemplateDoesNotExist
from django.template.loader import get_template
from django.urls import NoReverseMatch, get_resolver, reverse

from wagtail_prcouncil.ui import share_ways
from wagtail_prcouncil.ui.slots import SLOTS, PageSlot, registered_slots

TAG = "wagtail_prcouncil"


def register_all() -> None:
    register(TAG)(page_slots)
    register(TAG)(addresses)
    register(TAG)(error_pages)
    register(TAG)(before_wagtail)
    register(TAG)(ways_to_share)


def page_slots(app_configs: Sequence[AppConfig] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """E001: a slot that no template has. E002: a slot whose template is missing."""
    return [problem for slot in registered_slots() for problem in _problems(slot)]


def addresses(app_configs: Sequence[AppConfig] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """W001: colours of the brand and the privacy page have no address."""
    try:
        reverse("prcouncil_ui:privacy")
    except NoReverseMatch:
        return [
            Warning(
                "The addresses of the public face are not in the URLconf, so the colours chosen "
                "under Settings, Brand reach no page.",
                hint='Put path("", include("wagtail_prcouncil.ui.urls")) into i18n_patterns.',
                id="prcouncil_ui.W001",
            )
        ]
    return []


def error_pages(
    app_configs: Sequence[AppConfig] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """W002: error pages that are Django's own, in English and without the site's face."""
    resolver = get_resolver()
    missing = [
        f"handler{status}"
        for status in (403, 404, 500)
        if resolver.resolve_error_handler(status).__module__ == "django.views.defaults"
        and not _exists(f"{status}.html")
    ]
    by_django = settings.CSRF_FAILURE_VIEW == "django.views.csrf.csrf_failure"
    if by_django and not _exists("403_csrf.html"):
        missing.append("CSRF_FAILURE_VIEW")
    if not missing:
        return []
    return [
        Warning(
            f"Readers meet Django's own error pages: {', '.join(missing)} not set.",
            hint="Name those of wagtail_prcouncil.ui.errors; see README, 'Addresses'.",
            id="prcouncil_ui.W002",
        )
    ]


def nearest_slot(name: str) -> str:
    """A hint for a misspelt slot name."""
    near = get_close_matches(name, SLOTS, n=1)
    return f"Did you mean '{near[0]}'?" if near else f"The slots are: {', '.join(SLOTS)}."


def ways_to_share(
    app_configs: Sequence[AppConfig] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """E003: a way to pass a page on that leads nowhere."""
    hint = "docs/settings.md, SHARE_WAYS"
    return [Error(problem, hint=hint, id="prcouncil_ui.E003") for problem in share_ways.problems()]


def before_wagtail(
    app_configs: Sequence[AppConfig] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """W003: Wagtail's templates win over those with Jalali dates."""
    names = [app.name for app in apps.get_app_configs()]
    if names.index("wagtail_prcouncil.ui") < names.index("wagtail.admin"):
        return []
    return [
        Warning(
            "'wagtail_prcouncil.ui' stands after 'wagtail.admin' in INSTALLED_APPS, so lists and "
            "logs of the admin print Gregorian dates to Persian editors.",
            hint="Put it before 'wagtail.admin'.",
            id="prcouncil_ui.W003",
        )
    ]


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
    if not _exists(slot.template):
        problems.append(
            Error(
                f"The template '{slot.template}' of the page slot '{slot.name}' does not exist.",
                hint="Is the app that holds it in INSTALLED_APPS?",
                id="prcouncil_ui.E002",
            )
        )
    return problems


def _exists(template: str) -> bool:
    try:
        get_template(template)
    except TemplateDoesNotExist:
        return False
    return True
