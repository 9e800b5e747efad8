"""Agencies of an import written in bulk, with all that saving one in the admin would bring: other
names, revision, log entry, search index, reference index, caches. The number of queries does not
grow with the agencies.
"""

from collections.abc import Sequence
from itertools import chain
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone
from wagtail.log_actions import get_active_log_context
from wagtail.models import ModelLogEntry, ReferenceIndex, Revision
from wagtail.search.backends import get_search_backends

from wagtail_prcouncil.directory.caches import forget_after_commit
from wagtail_prcouncil.directory.importing.columns import PLAIN
from wagtail_prcouncil.directory.importing.plan import Entry
from wagtail_prcouncil.directory.importing.register import Register
from wagtail_prcouncil.directory.models import Agency, AgencyName
from wagtail_prcouncil.directory.models.named import Named
from wagtail_prcouncil.persian.text import fold

_NAME_KEYS = {"folded_name", "sort_key"}


def write(entries: Sequence[Entry], register: Register, *, by: AbstractBaseUser | None) -> None:
    """Make or change the agencies of `entries`, none of which waits for another. `register` learns
    of the new ones. The caller has checked every rule and locked the tree."""
    changed = {entry.code: _changed_columns(entry) for entry in entries}
    agencies = [_filled(entry, changed[entry.code], register) for entry in entries]
    new = [agency for agency in agencies if agency.pk is None]
    old = [agency for agency in agencies if agency.pk is not None]
    Agency.objects.bulk_create(new)
    register.agencies.update({agency.code: agency for agency in new})
    _write_names([agency for agency in agencies if "other_names" in changed[agency.code]])
    revisions = _write_revisions(agencies, by)
    columns = set(chain.from_iterable(changed[agency.code] for agency in old)) - {"other_names"}
    names = _NAME_KEYS if "name" in columns else set()
    Agency.objects.bulk_update(old, sorted({"latest_revision", *columns, *names}))
    if new:
        Agency.objects.bulk_update(new, ["latest_revision"])
    made = {agency.code for agency in new}
    _log(agencies, made, changed, revisions, by)
    _index(agencies)
    _note_references(agencies)
    forget_after_commit(*agencies)


def _changed_columns(entry: Entry) -> list[str]:
    named = {*PLAIN, "other_names", "parent", "province"}
    return [column for column, _old, _new in entry.changes() if column in named]


def _filled(entry: Entry, changed: Sequence[str], register: Register) -> Agency:
    """The agency with the words of its line, its keys of name and order in step with them."""
    # A new one's names are said to be none, or each use of them would ask the database.
    agency = register.agencies.get(entry.code) or Agency(code=entry.code, other_names=[])
    for column in changed:
        value: Any = entry.after[column]
        if column == "parent":
            value = register.agencies[value] if value else None
        elif column == "province":
            value = register.provinces[value] if value else None
        elif column == "other_names":
            value = [AgencyName(name=name, sort_order=place) for place, name in enumerate(value)]
        setattr(agency, column, value)
    # Not Agency.clean: it would ask the database for each one whether the tree has a circle.
    Named.clean(agency)
    return agency


def _write_names(agencies: Sequence[Agency]) -> None:
    AgencyName.objects.filter(agency__in=agencies).delete()
    names = [name for agency in agencies for name in agency.other_names.all()]
    for name in names:
        name.agency_id = name.agency.pk
        name.folded_name = fold(name.name)[:200]
    AgencyName.objects.bulk_create(names)


def _write_revisions(
    agencies: Sequence[Agency], by: AbstractBaseUser | None
) -> dict[str, Revision]:
    """As RevisionMixin.save_revision makes one."""
    now = timezone.now()
    revisions = [
        Revision(
            content_type=agency.get_content_type(),
            base_content_type=agency.get_base_content_type(),
            object_id=str(agency.pk),
            user=by,
            created_at=now,
            object_str=str(agency),
            content=agency.serializable_data(),
        )
        for agency in agencies
    ]
    Revision.objects.bulk_create(revisions)
    for agency, revision in zip(agencies, revisions, strict=True):
        agency.latest_revision = revision
    return {agency.code: agency.latest_revision for agency in agencies}


def _log(
    agencies: Sequence[Agency],
    made: set[str],
    changed: dict[str, list[str]],
    revisions: dict[str, Revision],
    by: AbstractBaseUser | None,
) -> None:
    """As wagtail.log_actions.log writes one."""
    context, now = get_active_log_context(), timezone.now()
    ModelLogEntry.objects.bulk_create(
        ModelLogEntry(
            content_type=agency.get_content_type(),
            object_id=str(agency.pk),
            label=str(agency),
            action="prcouncil_directory.import_agency",
            timestamp=now,
            user=by or context.user,
            uuid=context.uuid,
            revision=revisions[agency.code],
            content_changed=True,
            data={"new": agency.code in made, "columns": changed[agency.code]},
        )
        for agency in agencies
    )


def _index(agencies: Sequence[Agency]) -> None:
    """In the transaction: an index in the database goes back with it."""
    for backend in get_search_backends(with_auto_update=True):
        backend.add_bulk(Agency, agencies)


def _note_references(agencies: Sequence[Agency]) -> None:
    """As ReferenceIndex.create_or_update_for_object does for one; Wagtail has no way for many."""
    kind = Agency.get_content_type()
    keys = [str(agency.pk) for agency in agencies]
    ReferenceIndex.objects.filter(base_content_type=kind, object_id__in=keys).delete()
    ReferenceIndex.objects.bulk_create(
        ReferenceIndex(
            content_type=kind,
            base_content_type=kind,
            object_id=str(agency.pk),
            to_content_type_id=to_content_type_id,
            to_object_id=to_object_id,
            model_path=model_path,
            content_path=content_path,
            content_path_hash=ReferenceIndex._get_content_path_hash(content_path),
        )
        for agency in agencies
        for to_content_type_id, to_object_id, model_path, content_path in (
            ReferenceIndex._extract_references_from_object(agency)
        )
    )
