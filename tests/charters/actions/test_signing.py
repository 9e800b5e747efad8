"""Signing a version, and withdrawing a signature."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.charters.making import A_DAY, adopted, charter, draft, rewritten, signatory, signed
from tests.councils.making import council, person
from tests.directory.making import agency
from tests.making import SmallSite
from tests.uploads import files
from wagtail_prcouncil.charters.actions.repealing import repeal
from wagtail_prcouncil.charters.actions.signing import sign, withdraw
from wagtail_prcouncil.charters.models import Signature
from wagtail_prcouncil.charters.rules import CharterError, ConflictError
from wagtail_prcouncil.charters.states import Method
from wagtail_prcouncil.councils.models.seat import today


def test_a_signature_keeps_the_title_and_the_seat_of_that_day(site: SmallSite) -> None:
    version = adopted(charter(council(site)))
    made = signed(version)
    assert (made.number, made.is_unseated, made.is_withdrawn) == (1, False, False)
    assert made.seat is not None
    assert made.title
    assert signed(version).number == 2


@pytest.mark.parametrize("method", [Method.LINK, "by proxy"])
def test_a_secretary_records_no_other_way(site: SmallSite, method: str) -> None:
    version = adopted(charter(council(site)))
    with pytest.raises(CharterError) as refused:
        signed(version, method=method)
    assert refused.value.field == "method"
    assert not Signature.objects.exists()


def test_a_draft_a_superseded_and_a_repealed_version_are_not_signed(site: SmallSite) -> None:
    one = charter(council(site))
    with pytest.raises(CharterError):
        signed(draft(one))
    first = adopted(one, days=-30)
    draft(one)
    rewritten(one, "دیگر")
    second = adopted(one, days=-3)
    with pytest.raises(CharterError, match="۱"):
        signed(first)
    assert signed(second).number == 1
    repeal(second, on=today(), reason="پایان", version=None)
    with pytest.raises(CharterError):
        signed(second)
    assert Signature.objects.count() == 1


def test_nobody_signs_twice_and_whoever_withdrew_may_sign_again(site: SmallSite) -> None:
    version = adopted(charter(council(site)))
    made = signed(version)
    again: dict[str, Any] = {"agency": made.agency, "person": made.person}
    with pytest.raises(ConflictError):
        signed(version, **again)
    withdraw(made, on=today(), reason="اشتباه بود")
    with pytest.raises(ConflictError):
        withdraw(made, on=today(), reason="دوباره")
    assert signed(version, **again).number == 2
    assert version.signatures.standing().count() == 1
    assert version.signatures.count() == 2


def test_without_an_appointment_there_is_a_pledge_alone(site: SmallSite) -> None:
    version = adopted(charter(council(site)))
    whom: dict[str, Any] = {"agency": agency(), "person": person(), "signed_on": today()}
    with pytest.raises(CharterError) as refused:
        sign(version, method=Method.IN_PERSON, **whom)
    assert refused.value.field == "method"
    assert sign(version, method=Method.PLEDGE, title="مدیر", **whom).is_unseated


def test_a_letter_that_was_photographed(site: SmallSite) -> None:
    photograph = files.upload("نامه.JPG", files.photograph("JPEG"))
    row = signed(adopted(charter(council(site))), method=Method.LETTER, letter=photograph)
    assert str(row.letter.name).endswith(".jpg")


def test_impossible_days_and_missing_or_strange_letters_are_told_beside_the_field(
    site: SmallSite,
) -> None:
    version = adopted(charter(council(site)), days=-5)
    program = SimpleUploadedFile("letter.pdf", b"MZ\x90\x00 no document")
    wrong: dict[str, dict[str, Any]] = {
        "signed_on": {"signed_on": today() + A_DAY},
        "letter": {"method": Method.LETTER},
    }
    for field, given in wrong.items():
        with pytest.raises(CharterError) as refused:
            signed(version, **given)
        assert refused.value.field == field
    with pytest.raises(CharterError) as refused:
        signed(version, signed_on=today() - 6 * A_DAY)
    assert refused.value.field == "signed_on"
    with pytest.raises(CharterError) as refused:
        signed(version, method=Method.LETTER, letter=program)
    assert refused.value.field == "letter"
    assert not version.signatures.exists()


def test_it_is_withdrawn_with_a_reason_on_a_possible_day(site: SmallSite) -> None:
    made = signed(adopted(charter(council(site))))
    wrong: dict[str, dict[str, Any]] = {
        "reason": {"on": today(), "reason": " "},
        "on": {"on": made.signed_on - A_DAY, "reason": "چرا"},
    }
    for field, given in wrong.items():
        with pytest.raises(CharterError) as refused:
            withdraw(made, **given)
        assert refused.value.field == field


def test_whoever_has_no_right_records_nothing(site: SmallSite, django_user_model: type) -> None:
    version = adopted(charter(council(site)))
    place, somebody = signatory(version.charter)
    nobody = django_user_model.objects.create_user("nobody")
    with pytest.raises(PermissionDenied):
        sign(
            version,
            agency=place.agency,  # type: ignore[arg-type]
            person=somebody,
            method=Method.IN_PERSON,
            signed_on=today(),
            by=nobody,
        )
