from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.apps import MemberConfig


class OutboxConfig(MemberConfig):
    """One row for each event and recipient, sent by the clock."""

    name = "wagtail_prcouncil.outbox"
    label = "prcouncil_outbox"
    default = True
    verbose_name = _("PR council: outgoing mail")
    requires = ("wagtail_prcouncil.pages", "wagtail_prcouncil.clock")

    def ready(self) -> None:
        from wagtail_prcouncil.outbox import checks

        checks.register_all()
