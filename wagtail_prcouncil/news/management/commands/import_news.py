from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from wagtail_prcouncil.news.importing.checking import Checker
from wagtail_prcouncil.news.importing.feeds import read_feed
from wagtail_prcouncil.news.importing.items import Reader, UnreadableSourceError
from wagtail_prcouncil.news.importing.media import Pictures
from wagtail_prcouncil.news.importing.running import Report, run
from wagtail_prcouncil.news.importing.sheets import read_sheet
from wagtail_prcouncil.news.importing.wordpress import read_wordpress
from wagtail_prcouncil.news.models import NewsIndexPage

READERS: dict[str, Reader] = {"sheet": read_sheet, "feed": read_feed, "wordpress": read_wordpress}
BAR = 30  # characters


class Command(BaseCommand):
    help = (
        "Import news from a table (CSV, XLSX), a saved RSS or Atom feed, or a WordPress export. "
        "Run again, it goes on where it stopped; what came before is passed over."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--as", dest="kind", choices=READERS, help="else told by the ending")
        parser.add_argument("--index", type=int, help="key of the news index, where several are")
        parser.add_argument("--source", default="", help="name of the old system; else the file's")
        parser.add_argument("--media", type=Path, help="folder in which pictures are looked for")
        parser.add_argument("--dry-run", action="store_true", help="report, write nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        for given in filter(None, [path, options["media"]]):
            if not given.exists():
                raise CommandError(f"There is no {given}.")
        index = _index(options["index"])
        read = READERS[options["kind"] or _kind(path)]
        checker = Checker(Pictures(options["media"]), is_dry=options["dry_run"])
        report = Report()
        try:
            total = sum(1 for _item in read(path))
            batches = run(
                read(path),
                index,
                checker,
                source=options["source"] or path.name,
                is_dry=options["dry_run"],
            )
            for report in batches:
                self._progress(report.counts.total(), total)
        except (OSError, UnreadableSourceError) as error:
            raise CommandError(str(error)) from error
        finally:
            self._tell(report, is_dry=options["dry_run"])
        if bad := report.counts["bad"]:
            raise CommandError(f"{bad} not written; see the lines with “!”.", returncode=2)

    def _progress(self, done: int, total: int) -> None:
        """A bar where somebody looks on, nothing in a log."""
        if self.stderr.isatty():
            filled = BAR * done // max(total, 1)
            bar = "█" * filled + "·" * (BAR - filled)
            self.stderr.write(f"\r{bar} {done}/{total}", ending="" if done < total else "\n")

    def _tell(self, report: Report, *, is_dry: bool) -> None:
        for remark in sorted(report.remarks, key=lambda remark: remark.line):
            mark = "!" if remark.is_error else "·"
            self.stdout.write(f"{remark.line} {mark} {remark.title}: {remark.sentence}")
        counts = {name: report.counts[name] for name in ("new", "unchanged", "changed", "bad")}
        told = ", ".join(f"{name} {count}" for name, count in counts.items())
        self.stdout.write(f"{'would write: ' if is_dry else ''}{told}")


def _kind(path: Path) -> str:
    ending = path.suffix.lower()
    if ending in {".csv", ".tsv", ".xlsx"}:
        return "sheet"
    if ending in {".rss", ".atom"}:
        return "feed"
    with path.open("rb") as file:
        head = file.read(4096)
    return "wordpress" if b"wordpress.org/export/" in head else "feed"


def _index(key: int | None) -> NewsIndexPage:
    found = NewsIndexPage.objects.filter(alias_of=None).order_by("pk")
    if key is not None:
        found = found.filter(pk=key)
    indexes = list(found)
    if len(indexes) == 1:
        return indexes[0]
    if not indexes:
        raise CommandError("There is no such news index.")
    listed = "\n".join(f"  --index {page.pk}: {page.url_path} {page.title}" for page in indexes)
    raise CommandError(f"Say which news index they go to:\n{listed}")
