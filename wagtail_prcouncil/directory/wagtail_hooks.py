from wagtail import hooks
from wagtail.log_actions import LogActionRegistry
from wagtail.snippets.models import register_snippet

from wagtail_prcouncil.directory import caches, facet_names
from wagtail_prcouncil.directory.admin.log_messages import register_messages
from wagtail_prcouncil.directory.importing.agencies import AgencyImport
from wagtail_prcouncil.directory.reserved_names import names_of_agencies
from wagtail_prcouncil.directory.viewsets import DirectoryGroup
from wagtail_prcouncil.exchange.kinds import ImportKind

register_snippet(DirectoryGroup)
hooks.register("register_prcouncil_reserved_names", names_of_agencies)
for moment in ("before_edit_snippet", "before_delete_snippet"):
    hooks.register(moment, caches.note_before)
for moment in ("after_create_snippet", "after_edit_snippet", "after_delete_snippet"):
    hooks.register(moment, caches.forget_after)


@hooks.register("register_log_actions")
def register_log_actions(registry: LogActionRegistry) -> None:
    register_messages(registry)


@hooks.register("register_prcouncil_import")
def register_agency_import() -> ImportKind:
    return AgencyImport()


for facet in (facet_names.OF_AGENCIES, facet_names.OF_PROVINCES):
    hooks.register("register_prcouncil_facet_names", lambda facet=facet: facet)
