from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry


@hooks.register("register_log_actions")
def register_log_actions(registry: LogActionRegistry) -> None:
    registry.register_action(
        "prcouncil_directory.close_agency", _("Close agency"), _("Agency closed")
    )
    registry.register_action(
        "prcouncil_directory.reopen_agency", _("Open agency again"), _("Agency opened again")
    )
