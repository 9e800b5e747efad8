"""What happens to an agency beyond its words: it is closed, and opened again."""

import datetime as dt
from collections.abc import Sequence

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from wagtail.log_actions import log

from wagtail_prcouncil.directory.caches import forget_after_commit
from wagtail_prcouncil.directory.models import Agency, Succession
from wagtail_prcouncil.directory.states import SUCCESSORS_DUE, ClosingReason
from wagtail_prcouncil.persian.dates import TEHRAN

PERMISSION = "prcouncil_directory.change_agency"


class DirectoryError(Exception):
    """A rule of the register was broken; the sentence is for people.

    `field` is the input beside which it belongs, or empty.
    """

    def __init__(self, sentence: str, *, field: str = "") -> None:
        super().__init__(sentence)
        self.field = field


class SuccessorsError(DirectoryError):
    """The successors do not fit the reason of closing."""


class ConflictError(DirectoryError):
    """Somebody else changed the agency's state first."""


def close_agency(
    agency: Agency,
    *,
    on: dt.date,
    reason: str,
    successors: Sequence[Agency] = (),
    by: AbstractBaseUser | None = None,
) -> Agency:
    """End an agency on a day (Tehran's calendar), saying why and who carries on.

    `reason` is a ClosingReason; `states.SUCCESSORS_DUE` says how many successors it asks for.
    Raises PermissionDenied, DirectoryError, SuccessorsError or, when it has been closed
    meanwhile, ConflictError; nothing is changed then. `by` is None for imports.
    """
    _may_change(by)
    check_day(agency, on)
    _check_successors(agency, on, reason, successors)
    with transaction.atomic():
        # Locked, so that nobody moves an agency below this one while its children are counted.
        list(Agency.objects.select_for_update().order_by("pk").values_list("pk"))
        _check_children(agency)
        closing = {"closed_on": on, "closing_reason": reason}
        if not Agency.objects.filter(pk=agency.pk).active().update(**closing):
            raise ConflictError(gettext("This agency is closed already."))
        Succession.objects.bulk_create(
            Succession(agency=agency, successor=successor) for successor in successors
        )
        agency.closed_on, agency.closing_reason = on, reason
        data = {
            "closed_on": on.isoformat(),
            "reason": reason,
            "successors": [successor.code for successor in successors],
        }
        log(agency, "prcouncil_directory.close_agency", user=by, data=data)
        forget_after_commit(agency)
    return agency


def reopen_agency(agency: Agency, *, by: AbstractBaseUser | None = None) -> Agency:
    """Undo a closing, whether it was a mistake or the agency was revived; its log keeps both.

    Raises PermissionDenied, ConflictError when it is open already, DirectoryError when another
    agency has taken its name meanwhile or the one above it is closed.
    """
    _may_change(by)
    with transaction.atomic():
        locked = Agency.objects.select_for_update().get(pk=agency.pk)
        if not locked.is_closed:
            raise ConflictError(gettext("This agency is open already."))
        if locked.parent is not None and locked.parent.is_closed:
            raise DirectoryError(gettext("The agency that it belongs to is closed."))
        same = Agency.objects.active().filter(
            folded_name=locked.folded_name, province=locked.province, parent=locked.parent
        )
        if same.exists():
            raise DirectoryError(gettext("Another agency has its name now."))
        Agency.objects.filter(pk=agency.pk).update(closed_on=None, closing_reason="")
        forget_after_commit(agency)  # while its successors are known
        Succession.objects.filter(agency=agency).delete()
        data = {"closed_on": str(locked.closed_on), "reason": locked.closing_reason}
        agency.closed_on, agency.closing_reason = None, ""
        log(agency, "prcouncil_directory.reopen_agency", user=by, data=data)
    return agency


def _may_change(by: AbstractBaseUser | None) -> None:
    if by is not None and not by.has_perm(PERMISSION):
        raise PermissionDenied


def check_day(agency: Agency, on: dt.date) -> None:
    """Raise DirectoryError where an agency cannot have ended on that day."""
    if on > timezone.now().astimezone(TEHRAN).date():
        raise DirectoryError(gettext("The day of closing lies in the future."), field="on")
    if agency.founded_on is not None and on < agency.founded_on:
        raise DirectoryError(gettext("It cannot be closed before it was founded."), field="on")


def check_number_due(reason: str, number: int) -> None:
    """Raise DirectoryError without a reason, SuccessorsError where it asks for another number of
    successors."""
    if reason not in ClosingReason.values:
        raise DirectoryError(gettext("Say why the agency is closed."), field="reason")
    due = SUCCESSORS_DUE[reason]
    if number < due.least or (due.most is not None and number > due.most):
        raise SuccessorsError(_due_sentence(due.least, due.most), field="successors")


def _check_successors(
    agency: Agency, on: dt.date, reason: str, successors: Sequence[Agency]
) -> None:
    check_number_due(reason, len({successor.pk for successor in successors}))
    for successor in successors:
        if successor.pk == agency.pk:
            sentence = gettext("An agency cannot succeed itself.")
            raise SuccessorsError(sentence, field="successors")
        if not Agency.objects.existing_on(on).filter(pk=successor.pk).exists():
            sentence = gettext("“%(agency)s” did not exist on that day.")
            raise SuccessorsError(sentence % {"agency": successor.name}, field="successors")


def _due_sentence(least: int, most: int | None) -> str:
    if most == 0:
        return gettext("This reason leaves no successor.")
    if most is None:
        sentence = ngettext(
            "This reason asks for at least %(count)d successor.",
            "This reason asks for at least %(count)d successors.",
            least,
        )
    else:
        sentence = ngettext(
            "This reason asks for exactly %(count)d successor.",
            "This reason asks for exactly %(count)d successors.",
            least,
        )
    return sentence % {"count": least}


def _check_children(agency: Agency) -> None:
    names = list(agency.children.active().by_name().values_list("name", flat=True)[:4])
    if names:
        listed = "، ".join(names[:3]) + ("…" if len(names) > 3 else "")
        sentence = gettext("Agencies below it are still open; move or close them first: %(names)s")
        raise DirectoryError(sentence % {"names": listed})
