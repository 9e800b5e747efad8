"""Whether agencies keep to what can be measured."""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext

from wagtail_prcouncil.charters import texts
from wagtail_prcouncil.charters.actions.locking import allowed, locked_charter, note
from wagtail_prcouncil.charters.models import Charter, ClauseReview
from wagtail_prcouncil.charters.rights import Right
from wagtail_prcouncil.charters.rules import CharterError
from wagtail_prcouncil.charters.states import Verdict
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.directory.models import Agency
from wagtail_prcouncil.persian.jalali import to_jalali
from wagtail_prcouncil.uploads.papers import clean_paper
from wagtail_prcouncil.uploads.refusal import UploadRefused


def review(
    charter: Charter,
    *,
    anchor: str,
    agency: Agency,
    year: int,
    verdict: str,
    evidence: str = "",
    evidence_en: str = "",
    evidence_url: str = "",
    evidence_file: "UploadedFile[bytes] | None" = None,
    keeps_file: bool = True,
    version: int | None = None,
    by: AbstractBaseUser | None = None,
) -> ClauseReview:
    """What is found of an agency, a clause and a Jalali year; said again, it corrects what was
    said. Without a new file the one that was there stays if `keeps_file`. `version` is the one of
    the charter that was read.

    Raises PermissionDenied, ConflictError, CharterError beside the field.
    """
    with transaction.atomic():
        locked = locked_charter(charter)
        whose: dict[str, Any] = {"anchor": anchor, "agency": agency, "year": year}
        before = locked.reviews.filter(**whose).first()
        right = Right.ADD_REVIEWS if before is None else Right.CHANGE_REVIEWS
        fresh = allowed(locked, by, right, version=version)
        _check(fresh, anchor, year, verdict, evidence)
        told: dict[str, Any] = {
            "verdict": verdict,
            "evidence": evidence,
            "evidence_en": evidence_en,
            "evidence_url": evidence_url,
            "reviewed_on": today(),
            "recorded_by": by,
        }
        if evidence_file is not None:
            told["evidence_file"] = _checked(evidence_file)
        elif not keeps_file:
            told["evidence_file"] = ""
        made, _is_new = fresh.reviews.update_or_create(**whose, defaults=told)
        if before is not None and before.evidence_file and "evidence_file" in told:
            _drop_after_commit(before)
        note(fresh, "review_clause", by, {"review": made.pk, "anchor": anchor, "year": year})
    return made


def measurable_clauses(charter: Charter, language: str) -> list[texts.Clause]:
    """Those of the version in force, else of the last that was adopted, that can be reviewed."""
    versions = charter.versions
    version = versions.in_force().first() or versions.adopted().latest_first().first()
    text = version.text_in(language) if version else None
    return [clause for clause in texts.every_clause(text) if clause.is_measurable] if text else []


def _check(charter: Charter, anchor: str, year: int, verdict: str, evidence: str) -> None:
    known = {
        clause.anchor
        for version in charter.versions.adopted()
        for clause in texts.every_clause(version.text_in(version.authoritative) or {"clauses": []})
        if clause.is_measurable
    }
    if anchor not in known:
        raise CharterError(
            gettext("No adopted version has such a measurable clause."), field="anchor"
        )
    if verdict not in Verdict.values:
        raise CharterError(gettext("There is no such verdict."), field="verdict")
    first = charter.versions.adopted().order_by("number").values_list("in_force_from", flat=True)
    begun = first[0]
    this_year = to_jalali(today()).year
    if begun is None or not to_jalali(begun).year <= year <= this_year:
        raise CharterError(gettext("It was not in force in that year."), field="year")
    if verdict != Verdict.KEPT and not evidence.strip():
        raise CharterError(gettext("Say what was found."), field="evidence")


def _checked(file: "UploadedFile[bytes]") -> "UploadedFile[bytes]":
    try:
        clean_paper(file)
    except UploadRefused as refusal:
        raise CharterError(" ".join(refusal.messages), field="evidence_file") from refusal
    return file


def _drop_after_commit(before: ClauseReview) -> None:
    """The file that a review had goes once it is certain that it has another, or none."""
    storage, name = before.evidence_file.storage, str(before.evidence_file.name)
    transaction.on_commit(lambda: storage.delete(name), robust=True)
