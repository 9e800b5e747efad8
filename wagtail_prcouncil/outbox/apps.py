from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.apps import MemberConfig


class OutboxConfig(MemberConfig):
    """One row for each event and recipient, sent by the clock."""

    name = "wagtail_prcouncil.outbox"
    label = "prcouncil_outbox"
    default = True
    verbose_name = _("PR council: outgoing mail")
    requires = ("wagtail_prcouncil.pages", "wagtail_prcouncil.clock")
    # Of what they see, the apps say which is theirs (`grounds`).
    group_permissions: ClassVar[dict[str, tuple[str, ...]]] = {
        "council_secretary": ("view_message",),
    }

    def ready(self) -> None:
        from wagtail_prcouncil.outbox import checks

        checks.register_all()
