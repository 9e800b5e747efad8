"""What happens to an agency beyond its words: it is closed, and opened again."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils.translation import gettext
from wagtail.log_actions import log

from wagtail_prcouncil.directory import rules
from wagtail_prcouncil.directory.caches import forget_after_commit
from wagtail_prcouncil.directory.models import Agency, Succession
from wagtail_prcouncil.directory.rules import ConflictError, DirectoryError, SuccessorsError

PERMISSION = "prcouncil_directory.change_agency"


def close_agency(
    agency: Agency,
    *,
    on: dt.date,
    reason: str,
    successors: Sequence[Agency] = (),
    by: AbstractBaseUser | None = None,
) -> Agency:
    """End an agency on a day (Tehran's calendar), saying why and who carries on.

    `reason` is a ClosingReason; `states.SUCCESSORS_DUE` says how many successors it asks for, and
    the same one twice is one. Raises PermissionDenied, DirectoryError, SuccessorsError or, when it
    has been closed meanwhile, ConflictError; nothing is changed then. `by` is None for imports.
    """
    _may_change(by)
    keys = list(dict.fromkeys(successor.pk for successor in successors))
    with transaction.atomic():
        # Locked, so that nobody moves an agency below this one while those below it are counted,
        # and nobody closes one of its successors in its favour.
        tree = Agency.objects.locked_tree()
        stands = _found(tree, agency)
        if stands.is_closed:
            raise ConflictError(gettext("This agency is closed already."))
        rows = [_found(tree, successor) for successor in successors]
        _check_closing(stands, on, reason, {row.pk: row for row in rows})
        closing = {"closed_on": on, "closing_reason": reason}
        if not Agency.objects.filter(pk=agency.pk).active().update(**closing):
            raise ConflictError(gettext("This agency is closed already."))
        Succession.objects.bulk_create(Succession(agency=agency, successor_id=key) for key in keys)
        agency.closed_on, agency.closing_reason = on, reason
        data = {
            "closed_on": on.isoformat(),
            "reason": reason,
            "successors": [tree[key].code for key in keys],
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
        tree = Agency.objects.locked_tree()
        stands = _found(tree, agency)
        if not stands.is_closed:
            raise ConflictError(gettext("This agency is open already."))
        if stands.parent_id is not None and tree[stands.parent_id].is_closed:
            raise DirectoryError(gettext("The agency that it belongs to is closed."))
        _open(stands)
        forget_after_commit(agency)  # while its successors are known
        Succession.objects.filter(agency=agency).delete()
        data = {"closed_on": str(stands.closed_on), "reason": stands.closing_reason}
        agency.closed_on, agency.closing_reason = None, ""
        log(agency, "prcouncil_directory.reopen_agency", user=by, data=data)
    return agency


def _may_change(by: AbstractBaseUser | None) -> None:
    if by is not None and not by.has_perm(PERMISSION):
        raise PermissionDenied


def _found(tree: dict[int, Agency], agency: Agency) -> Agency:
    """The row as it stands now."""
    try:
        return tree[agency.pk]
    except KeyError as error:
        sentence = gettext("“%(agency)s” is not in the register any more.")
        raise ConflictError(sentence % {"agency": agency.name}) from error


def _check_closing(agency: Agency, on: dt.date, reason: str, successors: dict[int, Agency]) -> None:
    rules.check_closing_day(on, founded_on=agency.founded_on)
    rules.check_number_due(reason, len(successors))
    if agency.pk in successors:
        raise SuccessorsError(str(rules.NOT_ITSELF))
    for row in successors.values():
        rules.check_successor(row.name, founded_on=row.founded_on, closed_on=row.closed_on, on=on)
    names = {key: row.name for key, row in successors.items()}
    rules.check_no_circle(agency.pk, names, _successions() if names else {})
    below = agency.children.active().by_name()
    rules.check_none_below(list(below.values_list("name", flat=True)[: rules.NAMED + 1]))


def _successions() -> dict[int, list[int]]:
    found: defaultdict[int, list[int]] = defaultdict(list)
    for closed, successor in Succession.objects.values_list("agency_id", "successor_id"):
        found[closed].append(successor)
    return found


def _open(agency: Agency) -> None:
    """The lock keeps no new agency out: the database has the last word on its name."""
    try:
        with transaction.atomic():
            Agency.objects.filter(pk=agency.pk).update(closed_on=None, closing_reason="")
    except IntegrityError as error:
        raise DirectoryError(gettext("Another agency has its name now.")) from error
