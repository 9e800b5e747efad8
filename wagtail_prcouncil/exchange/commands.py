"""Imports from the console."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any, ClassVar

from django.core.management.base import BaseCommand, CommandError

from wagtail_prcouncil.exchange.actions import ImportRunError, advance, check_file, start
from wagtail_prcouncil.exchange.headings import HeadingsError
from wagtail_prcouncil.exchange.kinds import ImportKind
from wagtail_prcouncil.exchange.models import ImportRun
from wagtail_prcouncil.exchange.reading import UnreadableFileError, read_table
from wagtail_prcouncil.exchange.reports import ShownLine, shown_lines, tallies
from wagtail_prcouncil.exchange.states import LineState, RunState

LINES_WITH_ERRORS = 2  # exit code; 1 for a file or an import that came to nothing


class ImportCommand(BaseCommand):
    """Checks a file of a kind and tells of each line that is not unchanged; writes only where it is
    told to. A subclass names its `kind` and what it does (`help`)."""

    kind: ClassVar[type[ImportKind]]

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", nargs="?", type=Path, help="not with --resume")
        action = parser.add_mutually_exclusive_group()
        action.add_argument("--apply", action="store_true", help="write what was checked")
        action.add_argument("--resume", action="store_true", help="go on where it stopped")

    def handle(self, *args: Any, **options: Any) -> None:
        if bool(options["file"]) == options["resume"]:
            raise CommandError("Name a file, or say --resume, not both.")
        run = self._broken_off() if options["resume"] else self._checked(options["file"])
        bad = run.count(LineState.ERROR)
        if options["apply"]:
            if bad and not self.kind.leaves_errors_out:
                sentence = "Nothing was written: correct the lines with errors."
                raise CommandError(sentence, returncode=LINES_WITH_ERRORS)
            start(run)
        if options["apply"] or options["resume"]:
            self._go_on(run)
        if bad:
            sentence = f"Lines with errors, none of them written: {bad}; see those with “!”."
            raise CommandError(sentence, returncode=LINES_WITH_ERRORS)

    def _checked(self, path: Path) -> ImportRun:
        try:
            with path.open("rb") as file:
                run = check_file(self.kind(), read_table(file), file_name=path.name)
        except (OSError, UnreadableFileError, HeadingsError) as error:
            raise CommandError(str(error)) from error
        self._report(run)
        return run

    def _broken_off(self) -> ImportRun:
        run = ImportRun.objects.of_kind(self.kind.name).filter(state=RunState.RUNNING).first()
        if run is None:
            raise CommandError("No import has broken off.")
        return run

    def _go_on(self, run: ImportRun) -> None:
        try:
            while run.state == RunState.RUNNING:
                advance(run)
                self.stdout.write(f"{run.next_step} / {len(run.steps)}")
        except ImportRunError as error:
            raise CommandError(str(error)) from error
        if run.state == RunState.FAILED:
            self._report(run)
            raise CommandError(run.failure)

    def _report(self, run: ImportRun) -> None:
        for heading in run.unknown_headings:
            self.stderr.write(f"? {heading}")
        for line in shown_lines(run.outcomes, self.kind().columns()):
            if line.state != LineState.UNCHANGED or line.notes:
                self._tell(line)
        self.stdout.write(", ".join(f"{tally.label}: {tally.number}" for tally in tallies(run)))

    def _tell(self, line: ShownLine) -> None:
        self.stdout.write(f"{line.number}: {line.state.label}: {line.title}")
        for error in line.errors:
            self.stdout.write(f"    {error.title} ! {error.sentence}")
        for note in line.notes:
            self.stdout.write(f"    {note.title} · {note.sentence}")
        for change in line.changes:
            self.stdout.write(f"    {change.title}: {change.old} → {change.new}")
