from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.apps import MemberConfig

# Deleting stays with administrators: what is over is closed.
SEEING = ("view_agency", "view_person")
KEEPING = (*SEEING, "add_agency", "change_agency", "add_person", "change_person")


class DirectoryConfig(MemberConfig):
    """Agencies, persons and provinces that every feature speaks of."""

    name = "wagtail_prcouncil.directory"
    label = "prcouncil_directory"
    default = True
    verbose_name = _("PR council: directory")
    requires = ("wagtail_prcouncil.pages", "wagtail_prcouncil.exchange")
    group_permissions: ClassVar[dict[str, tuple[str, ...]]] = {
        "editor": SEEING,
        "agency_reporter": SEEING,
        "desk_chief": KEEPING,
        "council_secretary": (*KEEPING, "change_province"),
    }

    def ready(self) -> None:
        from wagtail_prcouncil.directory import signal_handlers

        signal_handlers.connect()
