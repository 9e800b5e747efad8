"""A PDF is asked for, and made by the clock: never while somebody waits for a page."""

import datetime as dt
import logging
from collections import Counter
from collections.abc import Sequence
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext

from wagtail_prcouncil.clock.attempts import Attempt
from wagtail_prcouncil.printing import pdf
from wagtail_prcouncil.printing.models import PrintedFile
from wagtail_prcouncil.printing.printables import Found, find, fingerprint
from wagtail_prcouncil.printing.states import PrintState

logger = logging.getLogger("wagtail_prcouncil.printing")

AT_ONCE = 10
"""Files of one run: a page takes a fifth of a second."""
LEASE = dt.timedelta(minutes=10)
PAUSE = dt.timedelta(minutes=2)
MOST_FAILURES = 3


class PrintingError(ValueError):
    """It cannot be printed; the sentence is for people."""


def ask(key: str, language: str, *, by: Any = None) -> PrintedFile:
    """Have a PDF made with the next tick; what shows the same words already is left as it is.

    Raises PermissionDenied, and PrintingError where there is nothing to print or nothing to print
    it with.
    """
    found = find(key)
    if found is None or (by is not None and not found.printable.may_ask(found.about, by)):
        raise PermissionDenied
    if not pdf.is_installed():
        raise PrintingError(
            gettext("This site makes no PDF files. Print the page, or save it from the browser.")
        )
    html = found.html(language)
    if html is None:
        raise PrintingError(gettext("There is nothing to print."))
    with transaction.atomic():
        row, is_new = PrintedFile.objects.select_for_update().get_or_create(
            key=key, language=language, defaults={"asked_by": by}
        )
        if is_new or (row.state == PrintState.DONE and row.shows(fingerprint(html))):
            return row
        row.state, row.asked_at, row.asked_by = PrintState.WAITING, timezone.now(), by
        row.taken_until, row.failures, row.error = None, 0, ""
        row.save()
    return row


def wish(papers: Sequence[tuple[str, str]]) -> int:
    """Have PDF files made of those (key, language) that nobody has asked for yet, without looking
    at their words: what turns out to be nothing is forgotten. How many there were."""
    rows = [PrintedFile(key=key, language=language) for key, language in papers]
    PrintedFile.objects.bulk_create(rows, ignore_conflicts=True)
    return len(rows)


def renew(prefix: str) -> None:
    """Have files made again whose keys begin so, for something has changed: those that still show
    the same words stay, and what is being made now is thrown away."""
    _wait_again(PrintedFile.objects.filter(key__startswith=prefix))


def make_waiting() -> Counter[str]:
    """Make what was asked for, the oldest first; how many were "made", "failed", "postponed" and
    "gone". May be called by several processes at once."""
    told: Counter[str] = Counter()
    rows = PrintedFile.objects.waiting().filter(_free(timezone.now()))
    for key in list(rows.order_by("asked_at", "pk").values_list("pk", flat=True)[:AT_ONCE]):
        row = _take(key)
        if row is not None:
            told[_make(row)] += 1
    if told:
        logger.info("Print: %s.", ", ".join(f"{number} {what}" for what, number in told.items()))
    return told


def tidy() -> int:
    """Files of what is no more go; how many. Each file is read against its words once in a week of
    days, for what they tell may have changed elsewhere: the name of a person who has signed."""
    gone, today = 0, timezone.localdate().toordinal()
    for row in PrintedFile.objects.order_by("pk"):
        found = find(row.key)
        if found is None:
            continue
        if not found.printable.is_there(found.about):
            row.delete()
            gone += 1
        elif (row.pk - today) % 7 == 0:
            _renew_if_stale(row, found)
    return gone


def _renew_if_stale(row: PrintedFile, found: Found) -> None:
    with Attempt() as attempt:
        html = found.html(row.language)
    if attempt.raised is not None:
        logger.warning("%s was not read again: %s", row, attempt.raised)
    elif html is not None and not row.shows(fingerprint(html)):
        _wait_again(PrintedFile.objects.filter(pk=row.pk))


def _wait_again(rows: QuerySet[PrintedFile]) -> None:
    rows.update(state=PrintState.WAITING, taken_until=None, failures=0, error="")


def _free(now: dt.datetime) -> Q:
    return Q(taken_until=None) | Q(taken_until__lte=now)


def _take(pk: int) -> PrintedFile | None:
    """One statement looks and takes: of two processes the second changes no row."""
    now = timezone.now()
    until = now + LEASE
    if not PrintedFile.objects.waiting().filter(_free(now), pk=pk).update(taken_until=until):
        return None
    return PrintedFile.objects.filter(pk=pk, taken_until=until).first()


def _make(row: PrintedFile) -> str:
    """What became of it, in a word."""
    html: str | None = None
    with Attempt() as attempt:
        found = find(row.key)
        html = found.html(row.language) if found else None
        content = pdf.written(html) if html and not row.shows(fingerprint(html)) else b""
    if attempt.raised is not None:
        return _postpone(row, attempt.raised)
    if html is None:
        row.delete()
        return "gone"
    made: dict[str, Any] = {"fingerprint": fingerprint(html), "made_at": timezone.now()}
    return _store(row, content, made) if content else _done(row, {})


def _store(row: PrintedFile, content: bytes, made: dict[str, Any]) -> str:
    """The new file takes the place of the old one, unless somebody has asked anew meanwhile."""
    storage, old = row.file.storage, row.file.name
    row.file.save(f"{row.key.replace(':', '-')}-{row.language}.pdf", ContentFile(content), False)
    told = _done(row, made | {"file": row.file.name})
    stale = old if told == "made" else row.file.name
    if stale:
        storage.delete(stale)
    return told


def _done(row: PrintedFile, made: dict[str, Any]) -> str:
    said: dict[str, Any] = {"state": PrintState.DONE, "taken_until": None, "error": ""}
    return "made" if _mine(row).update(**said, **made) else "postponed"


def _mine(row: PrintedFile) -> Any:
    """The row as long as nobody else makes it, and nobody has asked anew."""
    return PrintedFile.objects.waiting().filter(
        pk=row.pk, taken_until=row.taken_until, asked_at=row.asked_at
    )


def _postpone(row: PrintedFile, raised: Exception) -> str:
    is_over = row.failures + 1 >= MOST_FAILURES
    told = f"{type(raised).__name__}: {raised}"
    logger.warning("%s was not printed: %s", row, told)
    _mine(row).update(
        state=PrintState.FAILED if is_over else PrintState.WAITING,
        failures=F("failures") + 1,
        error=told[:200],
        taken_until=None if is_over else timezone.now() + PAUSE,
    )
    return "failed" if is_over else "postponed"
