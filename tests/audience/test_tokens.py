import pytest
from django.core.signing import Signer
from django.test import override_settings

from wagtail_prcouncil.audience.tokens import LONGEST, ForgedTokenError, page_id_in, token_for


def test_a_token_gives_its_page_back() -> None:
    assert page_id_in(token_for(1729)) == 1729
    assert len(token_for(10**18 - 1)) <= LONGEST


@pytest.mark.parametrize("token", ["", "1729", "1729:", ":", "1729:x", "x" * 100, "۱۷:x", "\0:\0"])
def test_what_we_did_not_sign_is_refused(token: str) -> None:
    with pytest.raises(ForgedTokenError):
        page_id_in(token)


def test_a_token_of_another_page_or_purpose_is_refused() -> None:
    signature = token_for(1729).partition(":")[2]
    with pytest.raises(ForgedTokenError):
        page_id_in(f"1730:{signature}")
    with pytest.raises(ForgedTokenError):
        page_id_in(Signer(salt="another").sign("1729"))


@pytest.mark.parametrize("key", ["x", "-1", "۱۷", "", "1" * 19])
def test_no_signature_makes_a_key_of_what_is_none(key: str) -> None:
    with pytest.raises(ForgedTokenError):
        page_id_in(Signer(salt="prcouncil_audience.seen").sign(key))


def test_a_token_of_another_site_is_refused() -> None:
    with override_settings(SECRET_KEY="another"):
        token = token_for(1729)
    with pytest.raises(ForgedTokenError):
        page_id_in(token)
