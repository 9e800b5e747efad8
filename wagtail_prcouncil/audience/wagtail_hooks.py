from wagtail import hooks

from wagtail_prcouncil.audience import jobs, slots
from wagtail_prcouncil.audience.admin import dashboard, registering

for slot in slots.registered():
    hooks.register("register_prcouncil_page_slot", lambda slot=slot: slot)
for job in (
    jobs.flush_job,
    jobs.roll_up_job,
    jobs.rank_day_job,
    jobs.rank_week_job,
    jobs.rank_month_job,
):
    hooks.register("register_prcouncil_job", job)
hooks.register("register_admin_urls", registering.addresses)
hooks.register("register_permissions", registering.permissions)
hooks.register("register_reports_menu_item", registering.views_item)
hooks.register("register_reports_menu_item", registering.reasons_item)
hooks.register("register_page_header_buttons", registering.page_buttons)
hooks.register("construct_homepage_panels", dashboard.add_panel)
