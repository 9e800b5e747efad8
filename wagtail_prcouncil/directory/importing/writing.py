"""Rows of an import written in bulk, with all that saving an agency in the admin would bring: other
names, revision, search index, reference index. The number of queries does not grow with the
agencies. `actions.import_agencies` is the verb.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.models import Revision
from wagtail.search.backends import get_search_backends

from wagtail_prcouncil.compat import note_references
from wagtail_prcouncil.directory.importing.columns import PLAIN
from wagtail_prcouncil.directory.importing.plan import Entry
from wagtail_prcouncil.directory.importing.register_rows import RegisterRows
from wagtail_prcouncil.directory.models import Agency, AgencyName
from wagtail_prcouncil.directory.models.named import Named
from wagtail_prcouncil.exchange.kinds import LinesChangedError
from wagtail_prcouncil.persian.text import fold

_NAME_KEYS = {"folded_name", "sort_key"}


@dataclass(frozen=True)
class Written:
    """An agency with the columns of its line that were written, its revision with it."""

    agency: Agency
    is_new: bool
    columns: Sequence[str]


def write(
    entries: Sequence[Entry], register: RegisterRows, *, by: AbstractBaseUser | None
) -> list[Written]:
    """Raises LinesChangedError where an agency refuses its words."""
    written = [_filled(entry, register) for entry in entries]
    agencies = [row.agency for row in written]
    new = [row.agency for row in written if row.is_new]
    old = [row for row in written if not row.is_new]
    Agency.objects.bulk_create(new)
    register.agencies.update({agency.code: agency for agency in new})
    _write_names([row.agency for row in written if "other_names" in row.columns])
    _write_revisions(agencies, by)
    columns = set(chain.from_iterable(row.columns for row in old)) - {"other_names"}
    names = _NAME_KEYS if "name" in columns else set()
    changed = sorted({"latest_revision", *columns, *names})
    Agency.objects.bulk_update([row.agency for row in old], changed)
    if new:
        Agency.objects.bulk_update(new, ["latest_revision"])
    _index(agencies)
    note_references(Agency, agencies)
    return written


def _filled(entry: Entry, register: RegisterRows) -> Written:
    """The agency with the words of its line, its keys of name and order in step with them."""
    # A new one's names are said to be none, or each use of them would ask the database.
    agency = register.agencies.get(entry.code) or Agency(code=entry.code, other_names=[])
    named = {*PLAIN, "other_names", "parent", "province"}
    columns = [column for column, _old, _new in entry.changes() if column in named]
    for column in columns:
        value: Any = entry.after[column]
        if column == "parent":
            value = register.agencies[value] if value else None
        elif column == "province":
            value = register.provinces[value] if value else None
        elif column == "other_names":
            value = [AgencyName(name=name, sort_order=place) for place, name in enumerate(value)]
        setattr(agency, column, value)
    try:
        # Not Agency.clean: it would ask the database for each one whether the tree has a circle.
        Named.clean(agency)
    except ValidationError as error:
        raise LinesChangedError({entry.index: " ".join(error.messages)}) from error
    return Written(agency, entry.is_new, columns)


def _write_names(agencies: Sequence[Agency]) -> None:
    AgencyName.objects.filter(agency__in=agencies).delete()
    names = [name for agency in agencies for name in agency.other_names.all()]
    for name in names:
        name.agency_id = name.agency.pk
        name.folded_name = fold(name.name)[:200]
    AgencyName.objects.bulk_create(names)


def _write_revisions(agencies: Sequence[Agency], by: AbstractBaseUser | None) -> None:
    """As RevisionMixin.save_revision makes one; each agency is told its own."""
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


def _index(agencies: Sequence[Agency]) -> None:
    """In the transaction: an index in the database goes back with it."""
    for backend in get_search_backends(with_auto_update=True):
        backend.add_bulk(Agency, agencies)
