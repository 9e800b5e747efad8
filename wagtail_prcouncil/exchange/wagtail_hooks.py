from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry


@hooks.register("register_log_actions")
def register_log_actions(registry: LogActionRegistry) -> None:
    for verb, label, message in (
        ("check", _("Check import"), _("File checked for import")),
        ("start", _("Start import"), _("Import started")),
        ("finish", _("Finish import"), _("Import finished")),
        ("stop", _("Stop import"), _("Import stopped")),
        ("withdraw", _("Withdraw import"), _("Import withdrawn")),
    ):
        registry.register_action(f"prcouncil_exchange.{verb}", label, message)
