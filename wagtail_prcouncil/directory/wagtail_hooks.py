from wagtail import hooks
from wagtail.log_actions import LogActionRegistry
from wagtail.snippets.models import register_snippet

from wagtail_prcouncil.directory.log_messages import register_messages
from wagtail_prcouncil.directory.viewsets import DirectoryGroup

register_snippet(DirectoryGroup)


@hooks.register("register_log_actions")
def register_log_actions(registry: LogActionRegistry) -> None:
    register_messages(registry)
