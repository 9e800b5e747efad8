"""The verb of an import: agencies are made and changed, many at once. Closing them is the
register's own (`directory.actions.close_agency`)."""

from collections.abc import Sequence

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import get_active_log_context
from wagtail.models import ModelLogEntry

from wagtail_prcouncil.directory.caches import forget_after_commit
from wagtail_prcouncil.directory.importing.plan import Entry
from wagtail_prcouncil.directory.importing.register_rows import RegisterRows
from wagtail_prcouncil.directory.importing.writing import Written, write

PERMISSIONS = ("prcouncil_directory.add_agency", "prcouncil_directory.change_agency")


def import_agencies(
    entries: Sequence[Entry], register: RegisterRows, *, by: AbstractBaseUser | None = None
) -> Sequence[Written]:
    """Make or change the agencies of `entries`, none of which waits for another.

    `register` learns of the new ones. The caller has locked the tree and asked every rule
    (`rules.refuse_impossible`) of the register as it stands. Raises PermissionDenied, and
    LinesChangedError where an agency refuses its words; `by` is None for commands.
    """
    if by is not None and not by.has_perms(PERMISSIONS):
        raise PermissionDenied
    with transaction.atomic():
        written = write(entries, register, by=by)
        _log(written, by)
        left = [entry.before["parent"] for entry in entries if entry.before]
        forget_after_commit(*(row.agency for row in written), codes=filter(None, left))
    return written


def _log(written: Sequence[Written], by: AbstractBaseUser | None) -> None:
    """As wagtail.log_actions.log writes one; Wagtail has no way for many."""
    context, now = get_active_log_context(), timezone.now()
    ModelLogEntry.objects.bulk_create(
        ModelLogEntry(
            content_type=row.agency.get_content_type(),
            object_id=str(row.agency.pk),
            label=str(row.agency),
            action="prcouncil_directory.import_agency",
            timestamp=now,
            user=by or context.user,
            uuid=context.uuid,
            revision=row.agency.latest_revision,
            content_changed=True,
            data={"new": row.is_new, "columns": row.columns},
        )
        for row in written
    )
