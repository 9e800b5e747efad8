import pytest
from django.test import override_settings

from tests.making import HomePage, chosen
from wagtail_prcouncil.comments import proofs
from wagtail_prcouncil.comments.checks import (
    addresses_are_there,
    checker_is_there,
    commented_types_exist,
    limits_can_be_kept,
    mode_is_known,
    proof_can_be_asked_for,
)


@pytest.mark.parametrize(
    ("chosen", "ids"),
    [
        ({}, []),
        ({"COMMENTS_PAGE_TYPES": [HomePage._meta.label], "COMMENTS_MODE": "closed"}, []),
        ({"COMMENTS_PAGE_TYPES": ["home.HomePge"]}, ["prcouncil_comments.E001"]),
        ({"COMMENTS_MODE": "opened"}, ["prcouncil_comments.E002"]),
    ],
)
def test_what_cannot_be_commented_on_is_said(chosen: dict[str, object], ids: list[str]) -> None:
    with override_settings(WAGTAIL_PRCOUNCIL=chosen):
        found = [*commented_types_exist(), *mode_is_known()]
    assert all(message.hint for message in found)
    assert [message.id for message in found] == ids


def test_addresses_that_are_missing_are_named() -> None:
    assert addresses_are_there() == []
    with override_settings(ROOT_URLCONF="tests.comments.urls_without_comments"):
        assert [message.id for message in addresses_are_there()] == ["prcouncil_comments.W001"]


@pytest.mark.parametrize(
    ("chosen", "ids"),
    [
        ({}, []),
        ({"COMMENTS_LIMITS": {"email": None, "site": 5_000}}, []),
        ({"COMMENTS_LIMITS": {"adress": 5, "page": "60"}}, ["prcouncil_comments.E003"] * 2),
        ({"COMMENTS_CHECKER": "wagtail_prcouncil.comments.rules.link.link"}, []),
        ({"COMMENTS_CHECKER": "somewhere.else"}, ["prcouncil_comments.E004"]),
        ({"COMMENTS_CHECKER": "checker"}, ["prcouncil_comments.E004"]),
    ],
)
def test_rules_that_would_hold_everything_are_named(
    chosen: dict[str, object], ids: list[str]
) -> None:
    with override_settings(WAGTAIL_PRCOUNCIL=chosen):
        found = [*limits_can_be_kept(), *checker_is_there()]
    assert all(message.hint for message in found)
    assert [message.id for message in found] == ids


def test_a_proof_that_nobody_can_be_asked_for_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    assert proof_can_be_asked_for() == []
    with chosen(COMMENTS_PROOF=True):
        assert proof_can_be_asked_for() == []
        monkeypatch.setattr(proofs, "is_installed", lambda: False)
        (message,) = proof_can_be_asked_for()
    assert message.id == "prcouncil_comments.E005"
    assert "[proof]" in message.hint
