import datetime as dt

import pytest
from django.test import override_settings
from django.utils import timezone

from wagtail_prcouncil.comments.rules.too_fast import FASTEST
from wagtail_prcouncil.comments.tokens import (
    FRESH_FOR,
    ForgedTokenError,
    Token,
    new_token,
    read_token,
)


def _read(sent: object, page_id: int = 17, site_id: int = 1) -> Token:
    return read_token(str(sent), page_id=page_id, site_id=site_id)


def _ago(**span: float) -> Token:
    return new_token(17, 1)._replace(issued_at=timezone.now() - dt.timedelta(**span))


def test_a_token_says_which_form_it_is_and_since_when() -> None:
    token = _read(_ago(seconds=20))
    assert (token.page_id, token.site_id, token.is_stale) == (17, 1, False)
    assert 19 < token.seconds < 30
    assert new_token(17, 1).nonce != new_token(17, 1).nonce


@pytest.mark.parametrize(
    "sent",
    [
        "",
        ":",
        "17:1:0:nonce",
        "x" * 10_000,
        "\ud800",
        str(new_token(18, 1)),
        str(new_token(17, 2)),
        f"{new_token(17, 1)}x",
        str(new_token(17, 1)).replace("17:", "۱۷:"),
        str(_ago(hours=-1)),
    ],
    ids=lambda sent: f"{len(sent)} characters",
)
def test_what_is_no_token_of_this_form(sent: str) -> None:
    """T9 of the bad inputs: none, altered, another page's, another site's, from the future."""
    with pytest.raises(ForgedTokenError):
        _read(sent)


def test_a_token_of_another_secret_is_forged() -> None:
    with override_settings(SECRET_KEY="another"):
        foreign = str(new_token(17, 1))
    with pytest.raises(ForgedTokenError):
        _read(foreign)


def test_an_old_token_is_stale_and_renewed_without_starting_anew() -> None:
    """Whoever typed it yesterday is not too fast today; whoever was is no slower by renewing."""
    old = _read(_ago(seconds=FRESH_FOR.total_seconds() + 1))
    assert old.is_stale
    again = old.renewed()
    assert (again.is_stale, again.nonce != old.nonce) == (False, True)
    assert again.seconds >= FASTEST
    assert new_token(17, 1).renewed().seconds < FASTEST
