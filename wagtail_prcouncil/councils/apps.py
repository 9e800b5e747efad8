from typing import ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.signals import page_published

from wagtail_prcouncil.apps import MemberConfig

# Deleting stays with administrators: what is over is ended, and stays in the history.
KEEPING = tuple(
    f"{verb}_{row}"
    for row in ("seat", "appointment", "term", "election")
    for verb in ("view", "add", "change")
)


class CouncilsConfig(MemberConfig):
    """Councils: their seats, who fills them, their terms and the elections of their officers."""

    name = "wagtail_prcouncil.councils"
    label = "prcouncil_councils"
    default = True
    verbose_name = _("PR council: councils")
    requires = (
        "wagtail_prcouncil.pages",
        "wagtail_prcouncil.exchange",
        "wagtail_prcouncil.directory",
    )
    group_permissions: ClassVar[dict[str, tuple[str, ...]]] = {
        "council_secretary": (*KEEPING, "confirm_election", "export_seat"),
    }

    def ready(self) -> None:
        from wagtail_prcouncil.councils import signal_handlers

        page_published.connect(
            signal_handlers.gather_facts, dispatch_uid="prcouncil_councils_facts"
        )
