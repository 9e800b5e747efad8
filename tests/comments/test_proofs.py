"""T10: a proof of work that is made up, made easier, sent again or too late is none; nobody is
refused for it."""

import base64
import datetime as dt
import html
import json
import re
from typing import Any

import altcha
import pytest
from django.conf import settings
from django.test import Client, override_settings
from hypothesis import given
from hypothesis import strategies as st

from tests.comments.making import open_page
from tests.comments.writing import send, written_token
from tests.making import SmallSite, chosen
from tests.persian.strings import ANY_TEXT
from wagtail_prcouncil.comments import proofs
from wagtail_prcouncil.comments.models import ReaderComment
from wagtail_prcouncil.comments.proofs import asked_proof, challenge_for, is_proof
from wagtail_prcouncil.comments.tokens import FRESH_FOR, Token, new_token

asking = chosen(COMMENTS_PROOF=True, COMMENTS_PROOF_TRIES=4)


def _challenge(token: Token) -> dict[str, Any]:
    return json.loads(challenge_for(token))


def _solved(challenge: dict[str, Any]) -> str:
    """As a browser does it, by ALTCHA's own solver."""
    made = altcha.Challenge.from_dict(challenge)
    return altcha.Payload(made, altcha.solve_challenge(made)).to_base64()


@asking
def test_a_solution_proves_the_work_for_its_own_form_only() -> None:
    token = new_token(1, 1)
    solution = _solved(_challenge(token))
    assert asked_proof(token, solution) is True
    assert asked_proof(new_token(1, 1), solution) is False
    assert asked_proof(token, "") is False


def test_a_site_that_asks_for_none_is_told_nothing() -> None:
    token = new_token(1, 1)
    assert challenge_for(token) == ""
    assert asked_proof(token, "x") is None


@asking
def test_without_the_package_nobody_is_asked_or_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proofs, "find_spec", lambda name: None)
    proofs._altcha.cache_clear()
    assert (challenge_for(new_token(1, 1)), asked_proof(new_token(1, 1), "")) == ("", None)
    proofs._altcha.cache_clear()


def test_the_work_is_as_much_as_the_site_asks_for() -> None:
    with chosen(COMMENTS_PROOF=True, COMMENTS_PROOF_TRIES=40):
        counters = []
        for _each in range(5):
            made = altcha.Challenge.from_dict(_challenge(new_token(1, 1)))
            counters.append(altcha.solve_challenge(made).counter)
    assert all(20 <= counter < 60 for counter in counters)
    assert made.parameters.cost == proofs.ROUNDS


@asking
@pytest.mark.parametrize(
    "easier",
    [
        {"cost": 1, "keyPrefix": "0"},
        {"keyPrefix": ""},
        {"keySignature": None},
        {"expiresAt": 9_999_999_999},
    ],
)
def test_t10_a_challenge_that_was_made_easier_is_none_of_ours(easier: dict[str, Any]) -> None:
    token = new_token(1, 1)
    challenge = _challenge(token)
    challenge["parameters"] |= easier
    assert not is_proof(token, _solved(challenge))


@asking
def test_t10_a_challenge_of_somebody_elses_making_is_none_of_ours() -> None:
    token = new_token(1, 1)
    others = altcha.create_challenge(
        proofs.ALGORITHM, 1, data={"form": token.nonce}, hmac_secret="theirs"
    )
    unsigned = altcha.create_challenge(proofs.ALGORITHM, 1, data={"form": token.nonce})
    for made in (others, unsigned):
        assert not is_proof(token, _solved(made.to_dict()))


@asking
def test_t10_an_answer_without_the_work_is_none() -> None:
    token = new_token(1, 1)
    challenge = _challenge(token)
    known = challenge["parameters"]["keyPrefix"]
    for key in (known, known + "0" * 32, "", None, {}, "ک"):
        answer = {"challenge": challenge, "solution": {"counter": 3, "derivedKey": key}}
        assert not is_proof(token, base64.b64encode(json.dumps(answer).encode()).decode())


@asking
def test_t10_a_solution_ends_with_its_form() -> None:
    token = new_token(1, 1)
    nearly = token._replace(issued_at=token.issued_at - FRESH_FOR + dt.timedelta(minutes=1))
    over = token._replace(issued_at=token.issued_at - FRESH_FOR - dt.timedelta(minutes=1))
    assert is_proof(nearly, _solved(_challenge(nearly)))
    assert not is_proof(over, _solved(_challenge(over)))


@asking
def test_a_secret_key_that_is_being_replaced_still_holds() -> None:
    token = new_token(1, 1)
    solution = _solved(_challenge(token))
    with override_settings(SECRET_KEY="another"):
        assert not is_proof(token, solution)
        with override_settings(SECRET_KEY_FALLBACKS=[settings.SECRET_KEY, "older"]):
            assert not is_proof(token, solution)
    with override_settings(SECRET_KEY="another", SECRET_KEY_FALLBACKS=[settings.SECRET_KEY]):
        assert is_proof(token, solution)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | ANY_TEXT,
    lambda of: st.lists(of, max_size=3) | st.dictionaries(ANY_TEXT, of, max_size=3),
    max_leaves=6,
)
PARTS = st.fixed_dictionaries(
    {},
    optional={
        "challenge": JSON
        | st.fixed_dictionaries(
            {
                "parameters": st.dictionaries(
                    st.sampled_from("algorithm nonce salt cost".split()), JSON
                )
            },
            optional={"signature": JSON},
        ),
        "solution": JSON | st.fixed_dictionaries({"counter": JSON, "derivedKey": JSON}),
    },
)


@pytest.mark.once
@given(
    sent=ANY_TEXT | PARTS.map(lambda parts: base64.b64encode(json.dumps(parts).encode()).decode())
)
def test_t10_whatever_is_sent_is_no_error(sent: str) -> None:
    assert not is_proof(new_token(1, 1), sent)


def test_t21_what_is_long_is_not_read() -> None:
    deep = base64.b64encode(b"[" * 100_000).decode()
    assert not is_proof(new_token(1, 1), deep)
    assert not is_proof(new_token(1, 1), deep[: proofs.LONGEST])


@asking
def test_t10_without_a_proof_a_comment_is_held_and_a_proof_counts_once(site: SmallSite) -> None:
    page = open_page(site)
    token = written_token(page)
    solution = _solved(_challenge(token))
    assert send(page, token=token, altcha=solution).status_code == 303
    assert send(page, token=token, altcha=solution).status_code == 303
    for text, sent in [("راه روستا هم بسته است.", solution), ("برق هم نیست.", "")]:
        assert send(page, text=text, altcha=sent).status_code == 303
    held = ReaderComment.objects.order_by("pk").values_list("hold_codes", flat=True)
    assert ["no_proof" in codes for codes in held] == [False, True, True]


@pytest.mark.parametrize("asks", [True, False])
def test_the_form_asks_where_the_site_does(site: SmallSite, asks: bool) -> None:
    page = open_page(site)
    with chosen(COMMENTS_PROOF=asks, COMMENTS_PROOF_TRIES=4):
        shown = Client().get(f"/comments/post/{page.pk}/").content.decode()
    found = re.search(r'name="altcha" data-prc-challenge="([^"]+)"', shown)
    assert bool(found) == asks
    if found:
        challenge = json.loads(html.unescape(found[1]))
        assert set(challenge) == {"parameters", "signature"}
        assert altcha.solve_challenge(altcha.Challenge.from_dict(challenge)).counter < 6
