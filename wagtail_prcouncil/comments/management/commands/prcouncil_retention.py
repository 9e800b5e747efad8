from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from wagtail_prcouncil.comments.actions.keeping import keep_to_rules


class Command(BaseCommand):
    help = (
        "Empty, erase and delete what has been kept of commenters for as long as the settings say. "
        "The clock does so once a day; run again, it finds nothing to do."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="count, write nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        told = keep_to_rules(is_dry=options["dry_run"])
        for name, number in told.items():
            self.stdout.write(f"{name}: {number}")
