from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.apps import MemberConfig

SEEING = ("view_viewcount", "view_usefulnessvote")


class AudienceConfig(MemberConfig):
    """Views, votes and most read lists of any Wagtail site's pages."""

    name = "wagtail_prcouncil.audience"
    label = "prcouncil_audience"
    default = True
    verbose_name = _("PR council: audience")
    requires = (
        "wagtail_prcouncil.pages",
        "wagtail_prcouncil.ui",
        "wagtail_prcouncil.exchange",
        "wagtail_prcouncil.clock",
    )
    group_permissions: ClassVar[dict[str, tuple[str, ...]]] = {
        "editor": SEEING,
        "desk_chief": SEEING,
    }

    def ready(self) -> None:
        from wagtail_prcouncil.audience import checks, signal_handlers

        checks.register_all()
        signal_handlers.connect()
