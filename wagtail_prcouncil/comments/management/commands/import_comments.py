from argparse import ArgumentParser
from functools import partial
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from wagtail_prcouncil.comments.importing.items import Reader, UnreadableSourceError
from wagtail_prcouncil.comments.importing.running import Report, run
from wagtail_prcouncil.comments.importing.sheets import read_sheet
from wagtail_prcouncil.comments.importing.wordpress import read_wordpress

READERS: dict[str, Reader] = {"sheet": read_sheet, "wordpress": read_wordpress}


class Command(BaseCommand):
    help = (
        "Import readers' comments from a table (CSV) or a WordPress export. Run again, it goes on "
        "where it stopped; what came before is passed over. Network addresses are not taken over."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--as", dest="kind", choices=READERS, help="else told by the ending")
        parser.add_argument("--source", default="", help="name of the old system; else the file's")
        parser.add_argument("--dry-run", action="store_true", help="report, write nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        if not path.is_file():
            raise CommandError(f"There is no file {path}.")
        read = READERS[options["kind"] or _kind(path)]
        try:
            report = run(
                partial(read, path),
                source=options["source"] or path.name,
                is_dry=options["dry_run"],
            )
        except (OSError, UnreadableSourceError) as error:
            raise CommandError(str(error)) from error
        self._tell(report, is_dry=options["dry_run"])
        if bad := report.counts["bad"]:
            raise CommandError(f"{bad} not written; see the lines with “!”.", returncode=2)

    def _tell(self, report: Report, *, is_dry: bool) -> None:
        for remark in report.remarks:
            self.stdout.write(f"{remark.line} {'!' if remark.is_error else '·'} {remark.sentence}")
        counts = {name: report.counts[name] for name in ("new", "known", "outlived", "bad")}
        told = ", ".join(f"{name} {count}" for name, count in counts.items())
        self.stdout.write(f"{'would write: ' if is_dry else ''}{told}")


def _kind(path: Path) -> str:
    return "sheet" if path.suffix.lower() in {".csv", ".tsv", ".txt"} else "wordpress"
