"""Files of members for tests."""

import io
from typing import Any

from django.utils.translation import override

from tests.directory.importing.making import Row, csv_file
from wagtail_prcouncil.councils.importing.members import MemberImport
from wagtail_prcouncil.councils.states import Right
from wagtail_prcouncil.exchange.actions import advance, check_file, start
from wagtail_prcouncil.exchange.models import ImportRun
from wagtail_prcouncil.exchange.reading import read_table
from wagtail_prcouncil.exchange.states import RunState

RIGHTS = (
    *(Right.APPOINT, Right.ADD_SEATS, Right.CHANGE_APPOINTMENTS),
    "prcouncil_directory.add_person",
)
"""All that an import may ask for."""


def member(name: str = "بهار نمونه‌پور", since: str = "1402/03/01", **cells: str) -> Row:
    return {"council": "شورای آزمون", "name": name, "since": since, **cells}


def checked(*rows: Row, by: Any = None) -> ImportRun:
    """The dry run of a file of these rows, told in English."""
    with override("en"):
        read = read_table(io.BytesIO(csv_file(*rows)))
        run = check_file(MemberImport(), read, file_name="members.csv", by=by)
    return ImportRun.objects.get(pk=run.pk)


def applied(run: ImportRun, *, by: Any = None) -> ImportRun:
    start(run, by=by)
    while run.state == RunState.RUNNING:
        advance(run, by=by)
    return run
