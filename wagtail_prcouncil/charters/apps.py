from typing import ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from wagtail_prcouncil.apps import MemberConfig

# Deleting stays with administrators: what was adopted or signed stays.
KEEPING = tuple(
    f"{verb}_{row}"
    for row in ("charter", "signature", "clausereview")
    for verb in ("view", "add", "change")
)


class ChartersConfig(MemberConfig):
    """Charters of councils: texts that are adopted, unveiled, signed and amended."""

    name = "wagtail_prcouncil.charters"
    label = "prcouncil_charters"
    default = True
    verbose_name = _("PR council: charters")
    requires = (
        "wagtail_prcouncil.pages",
        "wagtail_prcouncil.clock",
        "wagtail_prcouncil.outbox",
        "wagtail_prcouncil.exchange",
        "wagtail_prcouncil.printing",
        "wagtail_prcouncil.directory",
        "wagtail_prcouncil.councils",
    )
    group_permissions: ClassVar[dict[str, tuple[str, ...]]] = {
        "council_secretary": (*KEEPING, "adopt_charter", "export_charter"),
    }

    def ready(self) -> None:
        super().ready()
        from wagtail_prcouncil.blocks.words import add_link_type
        from wagtail_prcouncil.charters import signal_handlers

        add_link_type("charter-clause")

        for signal in (page_published, page_unpublished, page_slug_changed, post_page_move):
            signal.connect(signal_handlers.forget_lists, dispatch_uid="prcouncil_charters_caches")
