"""Wagtail's admin in a browser, for somebody who has logged in: what the fixture `desk` gives."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Protocol

from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page
    from pytest_django.live_server_helper import LiveServer


class Desk(Protocol):
    """A page of the browser in a language, for a user, or for one who may do everything; `options`
    are those of the browser's context."""

    def __call__(self, language: str = "fa", user: Any = None, **options: Any) -> "Page": ...


@contextmanager
def desks(browser: "Browser", server: "LiveServer") -> Iterator[Desk]:
    """Scripts that fail fail the test."""
    contexts, errors = [], []

    def opened(language: str = "fa", user: Any = None, **options: Any) -> "Page":
        user = user or get_user_model().objects.create_superuser(f"chief-{language}")
        # Asked for here: tests/conftest.py is loaded before there are models.
        profiles = apps.get_model("wagtailusers.UserProfile").objects
        profiles.create(user=user, preferred_language=language)
        client = Client()
        client.force_login(user)
        said: dict[str, Any] = {"viewport": {"width": 1280, "height": 900}} | options
        context = browser.new_context(base_url=server.url, **said)
        name = settings.SESSION_COOKIE_NAME
        context.add_cookies(
            [{"name": name, "value": client.cookies[name].value, "url": server.url}]
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        return page

    yield opened
    for context in contexts:
        context.close()
    assert errors == []
