from typing import Any

from django.core.management.base import BaseCommand, CommandError

from wagtail_prcouncil.charters.models import CharterVersion
from wagtail_prcouncil.charters.verifying import findings


class Command(BaseCommand):
    help = (
        "Compare every adopted version of every charter with the SHA-256 written down when "
        "it was adopted, in each language. Names what is not as it was, and ends with 1 then."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        found = 0
        for finding in findings():
            found += 1
            place = f"{finding.version.charter} ({finding.version.charter_id})"
            number, language = finding.version.number, finding.language
            self.stdout.write(f"{place}, version {number}, {language}: {finding.what}")
        count = CharterVersion.objects.adopted().count()
        if found:
            raise CommandError(f"{found} findings in {count} adopted versions.")
        self.stdout.write(f"{count} adopted versions, all as they were adopted.")
