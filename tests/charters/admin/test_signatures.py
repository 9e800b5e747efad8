"""Signatures at the desk: recorded, read, withdrawn; letters for secretaries alone."""

from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.charters.admin.desk import chief, errors, place, secretary
from tests.charters.making import adopted, charter, draft, signatory, signed
from tests.councils.making import council, person
from tests.making import SmallSite
from wagtail_prcouncil.charters.models import Signature
from wagtail_prcouncil.charters.rights import Right
from wagtail_prcouncil.charters.states import Method
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.persian.jalali import to_jalali

PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


@pytest.fixture(autouse=True)
def _kept_apart(settings: Any, tmp_path: Path) -> None:
    settings.WAGTAIL_PRCOUNCIL = {**settings.WAGTAIL_PRCOUNCIL, "PRIVATE_ROOT": str(tmp_path)}


def at(name: str, row: Signature) -> str:
    return reverse(f"prcouncil_signatures:{name}", args=[row.pk])


def in_jalali() -> str:
    year, month, day = to_jalali(today())
    return f"{year}/{month:02d}/{day:02d}"


def words(body: Any, who: Any, **said: Any) -> dict[str, Any]:
    """What the screen of recording sends."""
    named = {"agency": str(body.pk), "person": str(who.pk), "title": "", "title_en": ""}
    return named | {"method": Method.IN_PERSON, "signed_on": in_jalali()} | said


def test_a_signature_is_recorded_with_its_letter(site: SmallSite) -> None:
    version = adopted(charter(council(site)))
    seat, who = signatory(version.charter)
    client = secretary(version.charter.council)
    page = client.get(place("sign", version))
    assert page.status_code == 200
    assert Method.LINK not in dict(page.context["form"].fields["method"].choices)
    letter = SimpleUploadedFile("نامه.pdf", PDF, "application/pdf")
    sent = words(seat.agency, who, method=Method.LETTER, letter=letter)
    answer = client.post(place("sign", version), sent)
    assert answer.status_code == 302, errors(answer)
    made = Signature.objects.get()
    assert (made.person, made.agency, made.signed_on) == (who, seat.agency, today())
    shown = client.get(answer["Location"]).content.decode()
    assert who.name in shown
    read = client.get(at("letter", made))
    assert b"".join(read.streaming_content) == PDF
    assert "no-store" in read["Cache-Control"]


def test_a_letter_is_for_those_alone_who_see_the_signature(site: SmallSite) -> None:
    made = signed(
        adopted(charter(council(site))),
        method=Method.LETTER,
        letter=SimpleUploadedFile("letter.pdf", PDF),
    )
    other = council(site)
    own = made.version.charter.council
    assert Client().get(at("letter", made)).status_code == 302  # to the login
    assert Client().get(f"/media/{made.letter.name}").status_code == 404
    assert secretary(other).get(at("letter", made)).status_code == 404
    assert secretary(own, rights=[Right.VIEW]).get(at("letter", made)).status_code == 302
    assert secretary(own, rights=[Right.VIEW_SIGNATURES]).get(at("letter", made)).status_code == 200
    without = signed(made.version)
    assert secretary(own).get(at("letter", without)).status_code == 404
    Path(made.letter.path).unlink()
    assert secretary(own).get(at("letter", made)).status_code == 404


def test_what_cannot_be_is_told_beside_the_field(site: SmallSite) -> None:
    version = adopted(charter(council(site)))
    seat, who = signatory(version.charter)
    client = chief()
    program = SimpleUploadedFile("letter.pdf", b"MZ\x90\x00 no document")
    wrong: dict[str, dict[str, Any]] = {
        "signed_on": {"signed_on": "1420/01/01"},
        "letter": {"method": Method.LETTER},
        "method": {"person": str(person().pk)},
        "agency": {"agency": "9" * 30},
        "person": {"person": "x"},
    }
    for field, said in wrong.items():
        answer = client.post(place("sign", version), words(seat.agency, who, **said))
        assert (answer.status_code, [*errors(answer)]) == (200, [field]), field
    answer = client.post(place("sign", version), words(seat.agency, who, letter=program))
    assert [*errors(answer)] == ["letter"]
    for said in ({"method": Method.LINK}, {"method": "\x00"}, {"signed_on": "1405/13/40"}):
        answer = client.post(place("sign", version), words(seat.agency, who, **said))
        assert answer.status_code == 200
        assert errors(answer)
    assert not Signature.objects.exists()


def test_whoever_has_signed_is_told_so(site: SmallSite) -> None:
    version = adopted(charter(council(site)))
    made = signed(version)
    answer = chief().post(place("sign", version), words(made.agency, made.person))
    assert answer.status_code == 409
    assert Signature.objects.count() == 1


def test_a_draft_and_a_version_of_others_have_no_such_screen(site: SmallSite) -> None:
    found = draft(charter(council(site)))
    assert chief().get(place("sign", found)).status_code == 404
    version = adopted(charter(council(site)))
    assert secretary(council(site)).get(place("sign", version)).status_code == 404


def test_it_is_withdrawn_with_a_reason_once(site: SmallSite) -> None:
    made = signed(adopted(charter(council(site))))
    client = secretary(made.version.charter.council)
    assert at("withdraw", made) in client.get(at("edit", made)).content.decode()
    for said, field in (({"reason": " \u200c"}, "reason"), ({"on": "1390/01/01"}, "on")):
        answer = client.post(at("withdraw", made), {"on": in_jalali(), "reason": "اشتباه"} | said)
        assert [*errors(answer)] == [field]
    answer = client.post(at("withdraw", made), {"on": in_jalali(), "reason": "اشتباه"})
    assert answer["Location"] == at("edit", made)
    made.refresh_from_db()
    assert (made.withdrawn_on, made.withdrawal_reason) == (today(), "اشتباه")
    shown = client.get(at("edit", made)).content.decode()
    assert "اشتباه" in shown
    assert at("withdraw", made) not in shown
    again = client.post(at("withdraw", made), {"on": in_jalali(), "reason": "دوباره"})
    assert again.status_code == 409
    assert "دوباره" in again.content.decode()  # what was typed is not lost


ALL = {Right.VIEW, Right.VIEW_SIGNATURES, Right.ADD_SIGNATURES, Right.CHANGE_SIGNATURES}


@pytest.mark.parametrize(
    ("rights", "may"),
    [
        ([], set()),
        ([Right.VIEW], {"tab"}),
        ([Right.VIEW_SIGNATURES], {"index", "edit"}),
        ([Right.ADD_SIGNATURES], {"index", "edit", "sign"}),
        ([Right.CHANGE_SIGNATURES], {"index", "edit", "withdraw"}),
        (sorted(ALL), {"tab", "index", "edit", "sign", "withdraw"}),
    ],
)
def test_who_may_open_what(site: SmallSite, rights: list[str], may: set[str]) -> None:
    made = signed(adopted(charter(council(site))))
    client = secretary(made.version.charter.council, rights=rights)
    screens = {
        "tab": place("signatures", made.version.charter),
        "sign": place("sign", made.version),
        "index": reverse("prcouncil_signatures:index"),
        "edit": at("edit", made),
        "withdraw": at("withdraw", made),
    }
    opened = {name for name, url in screens.items() if client.get(url).status_code == 200}
    assert opened == may


def test_the_tab_tells_nothing_of_signatures_to_whoever_may_not_see_them(site: SmallSite) -> None:
    made = signed(adopted(charter(council(site))))
    one = made.version.charter
    blind = secretary(one.council, rights=[Right.VIEW]).get(place("signatures", one))
    assert made.person.name not in blind.content.decode()
    seeing = secretary(one.council).get(place("signatures", one)).content.decode()
    assert made.person.name in seeing
    assert place("sign", made.version) in seeing


def test_who_has_signed_holds_person_and_agency(site: SmallSite) -> None:
    made = signed(adopted(charter(council(site))))
    client = chief()
    for row in (made.person, made.agency):
        name = f"wagtailsnippets_{row._meta.app_label}_{row._meta.model_name}:delete"
        answer = client.post(reverse(name, args=[row.pk]))
        assert answer.status_code == 409
        assert at("edit", made) in answer.content.decode()
        assert type(row).objects.filter(pk=row.pk).exists()
