from itertools import count

import pytest
from django.test import Client

from tests.comments.making import open_page
from tests.comments.writing import send, written_token
from tests.making import SmallSite, chosen
from wagtail_prcouncil.comments.models import ReaderComment
from wagtail_prcouncil.comments.proofs import asked_proof, is_proof


def _solved(token: str) -> str:
    """As a browser does it."""
    return next(str(number) for number in count() if is_proof(token, str(number)))


def test_t10_a_proof_fits_its_own_token_only() -> None:
    number = _solved("one")
    assert is_proof("one", number)
    assert not is_proof("another", number)
    for odd in ("", "-1", "x", "۱", f"{number} ", "9" * 13, "\x00"):
        assert not is_proof("one", odd)


def test_a_site_that_asks_for_none_is_told_nothing() -> None:
    assert asked_proof("one", "1") is None
    with chosen(COMMENTS_PROOF=True):
        assert asked_proof("one", "x") is False
        assert asked_proof("one", _solved("one")) is True


@chosen(COMMENTS_PROOF=True)
def test_t10_without_a_proof_a_comment_is_held_and_a_proof_counts_once(site: SmallSite) -> None:
    page = open_page(site)
    token = written_token(page)
    proof = _solved(str(token))
    assert send(page, token=token, proof=proof).status_code == 303
    assert send(page, token=token, proof=proof).status_code == 303
    other = {"text": "راه روستا هم بسته است.", "proof": proof}
    assert send(page, **other).status_code == 303
    held = ReaderComment.objects.order_by("pk").values_list("hold_codes", flat=True)
    assert ["no_proof" in codes for codes in held] == [False, True]


@pytest.mark.parametrize("asks", [True, False])
def test_the_form_has_a_field_for_it_where_it_is_asked_for(site: SmallSite, asks: bool) -> None:
    page = open_page(site)
    with chosen(COMMENTS_PROOF=asks):
        html = Client().get(f"/comments/post/{page.pk}/").content.decode()
    assert ("data-prc-proof" in html) == asks
