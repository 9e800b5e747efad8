"""A site's own gateway for text messages."""

import logging
from typing import Any

import pytest
from wagtail import hooks

from tests.councils.making import seat
from tests.making import SmallSite
from tests.meetings.mailing.posted import only, recipient
from tests.meetings.making import announced, meeting, staffed_council
from wagtail_prcouncil.meetings.actions import convening
from wagtail_prcouncil.meetings.mailing.gateways import HOOK


class NumberRefusedError(Exception):
    """What a gateway raises, with the number in it."""


def test_it_is_told_after_the_commit(
    site: SmallSite, django_capture_on_commit_callbacks: Any
) -> None:
    page = staffed_council(site, title="شورای نمونه")
    member = recipient(page, "a@example.ir", seat(page))
    handed: list[tuple[str, str]] = []
    one = meeting(page)
    with hooks.register_temporarily(HOOK, lambda: lambda key, text: handed.append((key, text))):
        with django_capture_on_commit_callbacks() as waiting:
            convening.announce(one, version=one.version)
        assert handed == []
        for run in waiting:
            run()
    assert handed == [(f"r{member.pk}", only("invited").subject)]


def test_what_it_raises_stops_nothing_and_names_nobody(
    site: SmallSite,
    django_capture_on_commit_callbacks: Any,
    caplog: pytest.LogCaptureFixture,
) -> None:
    page = staffed_council(site)
    first, second = recipient(page, "a@example.ir"), recipient(page, "b@example.ir")
    handed: list[str] = []

    def gateway(key: str, text: str) -> None:
        handed.append(key)
        raise NumberRefusedError("09120000000 of a@example.ir")

    with (
        hooks.register_temporarily(HOOK, lambda: gateway),
        caplog.at_level(logging.DEBUG),
        django_capture_on_commit_callbacks(execute=True),
    ):
        announced(page)
    assert handed == [f"r{first.pk}", f"r{second.pk}"]
    assert f"r{first.pk} was not handed over: NumberRefusedError" in caplog.text
    assert "0912" not in caplog.text
    assert "a@example.ir" not in caplog.text
