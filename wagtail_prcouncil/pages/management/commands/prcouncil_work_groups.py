from typing import Any

from django.core.management.base import BaseCommand

from wagtail_prcouncil.pages.actions import give_permissions, make_work_groups


class Command(BaseCommand):
    help = "Make the work groups (editors, desk chiefs…) and give the rights this site never had."

    def handle(self, *args: Any, **options: Any) -> None:
        made = make_work_groups()
        for work_group in made:
            self.stdout.write(self.style.SUCCESS(f"+ {work_group}"))
        given = give_permissions()
        for name in sorted(set(given)):
            self.stdout.write(self.style.SUCCESS(f"+ {name}"))
        if not made and not given:
            self.stdout.write("Nothing to make: each work group exists or was removed on purpose.")
