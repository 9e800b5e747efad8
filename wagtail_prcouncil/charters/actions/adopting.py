"""A version is adopted: its text is frozen, in all its languages at once."""

import datetime as dt
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext
from wagtail.models import Page

from wagtail_prcouncil.charters import texts
from wagtail_prcouncil.charters.actions.closing import close_invitations
from wagtail_prcouncil.charters.actions.locking import due, note
from wagtail_prcouncil.charters.actions.occasions import adopting_occasion
from wagtail_prcouncil.charters.models import Charter, CharterPage, CharterVersion
from wagtail_prcouncil.charters.rules import (
    CharterError,
    ConflictError,
    check_not_future,
    check_votes,
)
from wagtail_prcouncil.charters.states import VersionState
from wagtail_prcouncil.charters.transitions import Verb
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.pages.numerals import in_digits
from wagtail_prcouncil.ui.languages import language_name

Votes = tuple[int | None, int | None, int | None]


def adopt(
    found: CharterVersion,
    *,
    adopted_on: dt.date,
    in_force_from: dt.date,
    adopted_in: Page | None = None,
    by_consensus: bool = True,
    votes: Votes = (None, None, None),
    without: Iterable[str] = (),
    seen: Container[str] | None = None,
    version: int | None,
    by: AbstractBaseUser | None = None,
) -> CharterVersion:
    """What the pages of the charter say as drafts is its text from now on, with a SHA-256 for each
    language. `votes` are for, against, abstentions; `without` are languages that are not ready and
    stay out; `seen` has the digests of the texts that were read before, None where that is no
    matter; `adopted_in` is the page of the meeting. The version before is superseded on the day on
    which this one comes into force. Days are Tehran's.

    Raises PermissionDenied, ConflictError where somebody was first, CharterError beside the field.
    """
    with transaction.atomic():
        fresh = due(found, Verb.ADOPT, version, by)
        check_not_future(adopted_on, today(), "adopted_on")
        check_votes(by_consensus, votes)
        before = fresh.charter.versions.adopted().latest_first().first()
        _check_days(adopted_on, in_force_from, before)
        if adopted_in is not None:
            adopted_in = adopting_occasion(fresh.charter, adopted_in, adopted_on)
        frozen = texts_to_freeze(fresh, without)
        check_ready(frozen, fresh.charter)
        _freeze(fresh, frozen)
        if seen is not None:
            check_seen(fresh.digests, seen)
        fresh.adopted_on, fresh.in_force_from = adopted_on, in_force_from
        fresh.adopted_in = adopted_in
        fresh.adopted_in_title = adopted_in.title if adopted_in else ""
        fresh.by_consensus = by_consensus
        fresh.votes_for, fresh.votes_against, fresh.abstentions = votes
        fresh.state = VersionState.ADOPTED
        fresh.save()
        if before is not None and _holds_beyond(before, in_force_from):
            before.in_force_until = in_force_from
            before.save(update_fields=["in_force_until"])
            close_invitations(fresh.charter, by=by)
        told = {"number": fresh.number, "digests": fresh.digests}
        note(fresh.charter, Verb.ADOPT, by, told)
    return fresh


def _freeze(fresh: CharterVersion, frozen: dict[str, Any]) -> None:
    """Stores nothing yet."""
    fresh.texts = frozen
    fresh.digests = {name: texts.digest_of(text) for name, text in frozen.items()}
    fresh.authoritative = fresh.charter.authoritative


def check_seen(digests: Mapping[str, str], seen: Container[str]) -> None:
    """Raise ConflictError for a text that nobody has read as it stands: the counter of the charter
    does not know of drafts."""
    if any(digest not in seen for digest in digests.values()):
        sentence = gettext(
            "The text has been changed since you read it. Read it once more: what is adopted "
            "cannot be changed any more."
        )
        raise ConflictError(sentence)


def _holds_beyond(before: CharterVersion, day: dt.date) -> bool:
    """Whether it would hold beside the next: it may be repealed from a later day on."""
    return before.in_force_until is None or before.in_force_until > day


def texts_to_freeze(found: CharterVersion, without: Iterable[str] = ()) -> dict[str, Any]:
    """What the latest drafts of the charter's pages say, by language: the shape of `texts.py`."""
    charter = found.charter
    pages = CharterPage.objects.filter(translation_key=charter.key, alias_of=None)
    frozen = {}
    for page in pages.select_related("locale").order_by("pk"):
        language = page.locale.language_code
        if language in set(without):
            continue
        said = texts.words_of(page.get_latest_revision_as_object())
        frozen[language] = said | {
            "format": texts.FORMAT,
            "language": language,
            "is_authoritative": language == charter.authoritative,
            "charter": str(charter.key),
            "kind": charter.kind,
            "version": found.number,
        }
    return frozen


class Hindrance(NamedTuple):
    """Why the text in a language cannot be adopted; `field` as of CharterError."""

    language: str
    sentence: str
    field: str = ""


def check_ready(frozen: Mapping[str, Mapping[str, Any]], charter: Charter) -> None:
    """Raise CharterError for a text that cannot be adopted: an empty one, clauses without a label
    or words, an appendix whose file is gone, languages that do not have the same clauses."""
    found = next(hindrances(frozen, charter), None)
    if found is not None:
        raise CharterError(found.sentence, field=found.field)


def hindrances(frozen: Mapping[str, Mapping[str, Any]], charter: Charter) -> Iterator[Hindrance]:
    """All of them, the language that decides first."""
    leading = frozen.get(charter.authoritative)
    if leading is None:
        sentence = gettext("There is no text in the language that decides.")
        yield Hindrance(charter.authoritative, sentence)
        return
    yield from _gaps(leading, charter.authoritative)
    for language, text in frozen.items():
        if language == charter.authoritative:
            continue
        yield from _gaps(text, language)
        if texts.anchors_of(text) != texts.anchors_of(leading):
            sentence = gettext(
                "The text in “%(language)s” has not the same clauses as the one that decides. "
                "Bring it up to date, or leave it out."
            )
            yield Hindrance(language, sentence % {"language": language_name(language)}, "without")


def _gaps(text: Mapping[str, Any], language: str) -> Iterator[Hindrance]:
    name, clauses = language_name(language), texts.every_clause(text)
    if not clauses:
        sentence = gettext("There is nothing to adopt: the text in “%(language)s” has no clause.")
        yield Hindrance(language, sentence % {"language": name})
    for place, clause in enumerate(clauses, 1):
        told = {"place": in_digits(place), "language": name}
        if not clause.label.strip():
            sentence = gettext("Clause %(place)s of the text in “%(language)s” has no label.")
            yield Hindrance(language, sentence % told)
        if not clause.anchor:
            sentence = gettext("Clause %(place)s of the text in “%(language)s” was never saved.")
            yield Hindrance(language, sentence % told)
        if not (clause.text.strip() or clause.heading.strip() or clause.parts):
            sentence = gettext("Clause %(place)s of the text in “%(language)s” says nothing.")
            yield Hindrance(language, sentence % told)
    for row in text["appendices"]:
        if row["document"] and not row["document_sha256"]:
            sentence = gettext(
                "The file “%(document)s” of the text in “%(language)s” cannot be read."
            )
            told = {"document": row["document_title"], "language": name}
            yield Hindrance(language, sentence % told)


def _check_days(adopted_on: dt.date, in_force_from: dt.date, before: CharterVersion | None) -> None:
    if in_force_from < adopted_on:
        sentence = gettext("It cannot be in force before it is adopted.")
        raise CharterError(sentence, field="in_force_from")
    if before is None:
        return
    if before.adopted_on is not None and adopted_on < before.adopted_on:
        sentence = gettext("The version before was adopted later than that.")
        raise CharterError(sentence, field="adopted_on")
    if before.in_force_from is not None and in_force_from <= before.in_force_from:
        sentence = gettext("The version before comes into force on that day, or later.")
        raise CharterError(sentence, field="in_force_from")
