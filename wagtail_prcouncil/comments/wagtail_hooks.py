from wagtail import hooks

from wagtail_prcouncil.comments import jobs, log_messages, slots
from wagtail_prcouncil.comments.admin import dashboard, exports, mail_ground, registering
from wagtail_prcouncil.comments.office import policies, reports, scopes_panel, viewsets

for name, function in (
    ("register_prcouncil_job", jobs.keeping_job),
    ("register_prcouncil_job", jobs.counting_job),
    ("register_prcouncil_mail_ground", mail_ground.mail_ground),
    ("register_log_actions", log_messages.register_messages),
    ("register_admin_urls", registering.addresses),
    ("register_admin_menu_item", registering.menu),
    (registering.MENU_HOOK, registering.queue_item),
    ("register_permissions", registering.permissions),
    ("construct_homepage_panels", dashboard.add_panel),
    ("register_admin_viewset", viewsets.registered),
    ("register_admin_urls", policies.addresses),
    ("register_admin_urls", reports.addresses),
    ("register_admin_urls", exports.addresses),
    ("register_reports_menu_item", reports.report_item),
    ("register_permissions", reports.permissions),
    ("register_page_header_buttons", policies.page_buttons),
    ("register_group_permission_panel", scopes_panel.panel),
):
    hooks.register(name, function)
for slot in slots.registered():
    hooks.register("register_prcouncil_page_slot", lambda slot=slot: slot)
