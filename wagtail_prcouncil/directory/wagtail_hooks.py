from wagtail import hooks
from wagtail.log_actions import LogActionRegistry
from wagtail.snippets.models import register_snippet

from wagtail_prcouncil.directory import caches
from wagtail_prcouncil.directory.admin.log_messages import register_messages
from wagtail_prcouncil.directory.importing.agencies import AgencyImport
from wagtail_prcouncil.directory.viewsets import DirectoryGroup
from wagtail_prcouncil.exchange.kinds import ImportKind

register_snippet(DirectoryGroup)
hooks.register("after_create_snippet", caches.forget_written)
hooks.register("after_edit_snippet", caches.forget_written)
hooks.register("before_delete_snippet", caches.forget_going)


@hooks.register("register_log_actions")
def register_log_actions(registry: LogActionRegistry) -> None:
    register_messages(registry)


@hooks.register("register_prcouncil_import")
def register_agency_import() -> ImportKind:
    return AgencyImport()
