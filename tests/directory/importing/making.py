"""Files of a register for tests."""

import csv
import io
from collections.abc import Mapping, Sequence

from django.contrib.auth.models import User

from wagtail_prcouncil.directory.importing.agencies import AgencyImport
from wagtail_prcouncil.exchange.actions import advance, check_file, start
from wagtail_prcouncil.exchange.models import ImportRun
from wagtail_prcouncil.exchange.reading import read_table
from wagtail_prcouncil.exchange.states import RunState

Row = Mapping[str, str]


def csv_file(*rows: Row) -> bytes:
    """The rows as CSV; a heading for each key that one of them has."""
    headings = dict.fromkeys(key for row in rows for key in row)
    output = io.StringIO(newline="")
    writer = csv.DictWriter(output, headings, restval="")
    writer.writeheader()
    writer.writerows(rows)
    return output.getvalue().encode()


def unit(code: str, name: str, **cells: str) -> Row:
    return {"code": code, "name": name, "kind": "organisation", **cells}


def checked(*rows: Row, content: bytes = b"", by: User | None = None) -> ImportRun:
    """The dry run of a file of these rows."""
    read = read_table(io.BytesIO(content or csv_file(*rows)))
    run = check_file(AgencyImport(), read, file_name="register.csv", by=by)
    return ImportRun.objects.get(pk=run.pk)


def applied(run: ImportRun, *, by: User | None = None) -> ImportRun:
    start(run, by=by)
    while run.state == RunState.RUNNING:
        advance(run, by=by)
    return run


def imported(*rows: Row, by: User | None = None) -> ImportRun:
    run = applied(checked(*rows, by=by), by=by)
    assert run.state == RunState.DONE, problems(run)
    return run


def states(run: ImportRun) -> list[str]:
    return [outcome.state for outcome in run.outcomes]


def problems(run: ImportRun) -> Sequence[tuple[int, str, str]]:
    """Line, column and sentence of each error."""
    return [
        (outcome.line, column, sentence)
        for outcome in run.outcomes
        for column, sentence in outcome.errors
    ]


def big_register(count: int = 600) -> list[Row]:
    """Units of a ministry in two levels, the children before their parents."""
    tops = [unit(f"org-{number}", f"سازمان {number}", kind="Organisation") for number in range(20)]
    units = [
        unit(
            f"unit-{number}",
            f"ادارهٔ کل {number}",
            name_en=f"Directorate {number}",
            kind="provincial directorate",
            parent=f"org-{number % 20}",
            relation="subordinate",
            province=f"IR-{number % 30:02d}",
            other_names=f"نام پیشین {number}؛ نام دیگر {number}",
            pr_kind="unit",
            website=f"https://unit-{number}.example.ir/",
            telephone="۰۲۱-۱۲۳۴۵۶۷۸",
            postal_code="3413313131",
            founded_on="۱۳۷۰/۰۲/۰۱",
        )
        for number in range(count - len(tops))
    ]
    return [*units, *tops]
