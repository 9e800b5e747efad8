"""A version is signed, and a signature is withdrawn."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Max, Q
from django.utils import timezone
from django.utils.translation import gettext

from wagtail_prcouncil.charters.actions.locking import allowed, note, there
from wagtail_prcouncil.charters.mailing.inviting import take_mail_back
from wagtail_prcouncil.charters.models import Charter, CharterVersion, Signature
from wagtail_prcouncil.charters.rights import Right
from wagtail_prcouncil.charters.rules import (
    CharterError,
    ConflictError,
    check_not_future,
    check_reason,
)
from wagtail_prcouncil.charters.states import RECORDED, TO_SIGN, InvitationState, Method
from wagtail_prcouncil.councils.models import Appointment
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.directory.models import Agency, Person
from wagtail_prcouncil.pages.numerals import in_digits
from wagtail_prcouncil.uploads.papers import clean_paper
from wagtail_prcouncil.uploads.refusal import UploadRefused


def sign(
    found: CharterVersion,
    *,
    agency: Agency,
    person: Person,
    method: str,
    signed_on: dt.date,
    title: str = "",
    title_en: str = "",
    letter: "UploadedFile[bytes] | None" = None,
    by: AbstractBaseUser | None = None,
) -> Signature:
    """A signature that a secretary records. Without a title it is the one that the appointment of
    that day gives. Days are Tehran's.

    Raises PermissionDenied, ConflictError where the person has signed already, CharterError beside
    the field: a version that is not to be signed, a way that is not recorded, a day that cannot be,
    no current appointment.
    """
    if letter is not None:
        check_letter(letter)
    with transaction.atomic():
        charter = allowed(found.charter, by, Right.ADD_SIGNATURES, version=None)
        fresh = signable(charter, found)
        if method not in RECORDED:
            raise CharterError(gettext("Signatures are not recorded in this way."), field="method")
        if method == Method.LETTER and letter is None:
            raise CharterError(gettext("Attach the scanned letter."), field="letter")
        given: dict[str, Any] = {
            "title": title,
            "title_en": title_en,
            "letter": letter or "",
            "by": by,
        }
        return record(fresh, agency, person, method, signed_on, **given)


def record(
    version: CharterVersion,
    agency: Agency,
    person: Person,
    method: str,
    signed_on: dt.date,
    *,
    title: str = "",
    title_en: str = "",
    letter: Any = "",
    by: AbstractBaseUser | None = None,
) -> Signature:
    """Write it down, within the transaction that has locked the charter of `version`."""
    _check_day(version, signed_on)
    appointment = current_appointment(version.charter, agency, person, signed_on)
    if appointment is None and method != Method.PLEDGE:
        sentence = gettext(
            "Nobody knows a current appointment of this person for this agency: only a pledge can "
            "be recorded."
        )
        raise CharterError(sentence, field="method")
    standing = version.signatures.standing()
    if standing.filter(agency=agency, person=person).exists():
        raise ConflictError(gettext("This person has signed it for this agency already."))
    highest = version.signatures.aggregate(highest=Max("number"))["highest"]
    made = Signature.objects.create(
        version=version,
        number=(highest or 0) + 1,
        agency=agency,
        person=person,
        seat=appointment.seat if appointment else None,
        title=title or (appointment.title_in("fa") if appointment else ""),
        title_en=title_en or (appointment.title_in("en") if appointment else ""),
        method=method,
        signed_on=signed_on,
        letter=letter,
        recorded_by=by,
    )
    _settle_invitation(made)
    note(version.charter, "sign", by, {"number": version.number, "signature": made.pk})
    return made


def _settle_invitation(made: Signature) -> None:
    """Whoever has signed, in whatever way, is not asked any more."""
    whom = {"agency": made.agency, "person": made.person}
    for one in made.version.invitations.filter(state=InvitationState.OPEN, **whom):
        one.state, one.settled_at, one.signature = InvitationState.USED, timezone.now(), made
        one.save(update_fields=["state", "settled_at", "signature"])
        take_mail_back(one)


def withdraw(
    signature: Signature,
    *,
    on: dt.date,
    reason: str,
    by: AbstractBaseUser | None = None,
) -> Signature:
    """It no longer counts; that it was given stays recorded.

    Raises PermissionDenied, ConflictError where it is withdrawn already, CharterError beside the
    field.
    """
    with transaction.atomic():
        charter = allowed(signature.version.charter, by, Right.CHANGE_SIGNATURES, version=None)
        fresh = there(Signature.objects.filter(pk=signature.pk).first())
        if fresh.is_withdrawn:
            raise ConflictError(gettext("It is withdrawn already."))
        told = check_reason(reason)
        check_not_future(on, today(), "on")
        if on < fresh.signed_on:
            raise CharterError(gettext("It was not signed yet on that day."), field="on")
        fresh.withdrawn_on, fresh.withdrawal_reason = on, told
        fresh.save(update_fields=["withdrawn_on", "withdrawal_reason"])
        note(charter, "withdraw_signature", by, {"signature": fresh.pk, "reason": told})
    return fresh


def signable(charter: Charter, found: CharterVersion) -> CharterVersion:
    """The version as it stands, in its locked charter. Raises CharterError for one that is not to
    be signed, and says where it stands."""
    fresh = there(CharterVersion.objects.without_texts().filter(pk=found.pk).first())
    fresh.charter = charter
    if fresh.standing not in TO_SIGN:
        sentence = gettext("Version %(number)s is not to be signed: %(state)s.")
        told = {"number": in_digits(fresh.number), "state": fresh.standing.label}
        raise CharterError(sentence % told)
    return fresh


def current_appointment(
    charter: Charter, agency: Agency, person: Person, day: dt.date
) -> Appointment | None:
    """By which the person speaks for the agency on that day, in a council of the charter."""
    for_agency = Q(agency=agency) | Q(agency=None, seat__agency=agency)
    keys = council_keys(charter)
    sat = Appointment.objects.on(day).filter(
        for_agency, person=person, seat__council__translation_key__in=keys
    )
    return sat.select_related("seat__agency", "agency").order_by("-since", "-pk").first()


def council_keys(charter: Charter) -> Iterable[Any]:
    """Of the council that keeps it and of those that share it."""
    partners = charter.partners.values_list("council__translation_key", flat=True)
    return [charter.council.translation_key, *partners]


def check_letter(letter: "UploadedFile[bytes]") -> None:
    """Raise CharterError beside the field for a file that is not let in."""
    try:
        clean_paper(letter)
    except UploadRefused as refusal:
        raise CharterError(" ".join(refusal.messages), field="letter") from refusal


def _check_day(version: CharterVersion, signed_on: dt.date) -> None:
    check_not_future(signed_on, today(), "signed_on")
    if version.adopted_on is not None and signed_on < version.adopted_on:
        sentence = gettext("It was not adopted yet on that day.")
        raise CharterError(sentence, field="signed_on")
