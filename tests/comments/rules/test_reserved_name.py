"""T18: names that look like an official's."""

from collections.abc import Iterator
from typing import Any

import pytest
from wagtail import hooks

from tests.comments.rules.making import examined
from wagtail_prcouncil.comments.models import RuleHit
from wagtail_prcouncil.comments.rules import reserved_name as module
from wagtail_prcouncil.comments.rules.reserved_name import HOOK, is_reserved, reserved_name
from wagtail_prcouncil.comments.states import Hold

pytestmark = [pytest.mark.once, pytest.mark.django_db]  # whoever registers names may ask for them


@pytest.fixture
def agencies() -> Iterator[None]:
    with hooks.register_temporarily(HOOK, lambda: ["سازمان تأمین اجتماعی", "Welfare Organisation"]):
        yield


@pytest.mark.parametrize(
    "name",
    ["روابط عمومی", "روابط‌عمومي", "روابـط عمـومـی", "رَوابط عُمومی", "روابطعمومی۲", "رو ابط عمومی"]
    + [
        "روابط_عمومی وزارت",
        "مدیر سایت",
        "مدير  سايت",
        "ﻣﺪﯾﺮ ﺳﺎﯾﺖ",
        "admin",
        "аdmin",
        "Аdmіn",
        "ADMIN1",
    ]
    + ["a d m i n", "4dm1n", "ａｄｍｉｎ", "Site Admin", "دکتر وزیر"],
)
def test_names_of_officials_in_any_spelling(name: str) -> None:
    assert is_reserved(name)


@pytest.mark.parametrize(
    "name", ["علی رضایی", "badminton fan", "رضا وزیری", "سید روابطی", "مدیر مدرسه", "م", "Roothan"]
)
def test_names_of_people(name: str) -> None:
    assert not is_reserved(name)


def test_the_hit_is_on_the_name() -> None:
    (hit,) = reserved_name(examined("متن", name="مدیر سایت"))
    assert hit[:4] == (Hold.RESERVED_NAME, RuleHit.Field.NAME, 0, 9)
    assert reserved_name(examined("مدیر سایت پاسخ نداد", name="علی")) == []


def test_a_site_adds_its_own(settings: Any) -> None:
    assert not is_reserved("استاندار تهران")
    settings.WAGTAIL_PRCOUNCIL = {"COMMENTS_RESERVED_NAMES": ["استاندار تهران"]}
    assert is_reserved("استاندارِ تهران")


def test_whoever_knows_of_others_registers_them(agencies: None) -> None:
    assert is_reserved("سازمان تامين اجتماعي")
    assert is_reserved("WELFARE ORGANISATION (official)")
    assert not is_reserved("سازمان تأمین")


def test_what_is_registered_is_asked_for_once_in_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    with hooks.register_temporarily(HOOK, lambda: asked.append(1) or ["بازرس کل"]):
        monkeypatch.setattr(module.time, "time", lambda: 1_000_000.0)
        assert is_reserved("بازرس کل")
        assert is_reserved("بازرس کل")
        assert len(asked) == 1
        monkeypatch.setattr(module.time, "time", lambda: 1_000_000.0 + module.SECONDS_KEPT)
        assert is_reserved("بازرس کل")
        assert len(asked) == 2
