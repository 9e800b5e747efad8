from wagtail import hooks
from wagtail.log_actions import LogActionRegistry

from wagtail_prcouncil.councils import caches, facets
from wagtail_prcouncil.councils.admin import closing, dashboard, deleting, page_buttons, report
from wagtail_prcouncil.councils.admin.log_messages import register_messages
from wagtail_prcouncil.councils.importing.members import MemberImport
from wagtail_prcouncil.councils.viewsets import CouncilsGroup, icons

for name, function in (
    ("register_admin_viewset", CouncilsGroup),
    ("register_icons", icons),
    ("register_prcouncil_import", MemberImport),
    ("register_admin_urls", closing.addresses),
    ("register_admin_urls", report.addresses),
    ("register_reports_menu_item", report.report_item),
    ("construct_homepage_panels", dashboard.add_panel),
    ("register_page_header_buttons", page_buttons.page_buttons),
    ("after_edit_snippet", caches.forget_after),
    ("register_prcouncil_councils", lambda: facets.COUNCILS),
):
    hooks.register(name, function)

# After the hooks of `pages`, which refuse what is held.
hooks.register("before_delete_page", deleting.before_deletion, order=1)
hooks.register("before_bulk_action", deleting.before_bulk_action, order=1)


@hooks.register("register_log_actions")
def register_log_actions(registry: LogActionRegistry) -> None:
    register_messages(registry)
