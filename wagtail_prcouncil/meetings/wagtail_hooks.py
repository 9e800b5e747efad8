from wagtail import hooks

from wagtail_prcouncil.meetings import slots
from wagtail_prcouncil.meetings.admin import (
    attendance_report,
    dashboard,
    due_report,
    page_buttons,
    resolution_report,
)
from wagtail_prcouncil.meetings.admin.log_messages import register_messages
from wagtail_prcouncil.meetings.mailing.ground import mail_ground
from wagtail_prcouncil.meetings.mailing.reminding import remind_job
from wagtail_prcouncil.meetings.models import Meeting
from wagtail_prcouncil.meetings.occasions import occasions
from wagtail_prcouncil.meetings.printed.registering import printable
from wagtail_prcouncil.meetings.viewsets import MeetingsGroup

for name, function in (
    ("register_admin_viewset", MeetingsGroup),
    ("register_log_actions", register_messages),
    ("register_page_header_buttons", page_buttons.page_buttons),
    ("register_prcouncil_job", remind_job),
    ("register_prcouncil_mail_ground", mail_ground),
    ("register_prcouncil_printable", printable),
    ("register_prcouncil_occasions", occasions),
    ("register_prcouncil_facts", Meeting.objects.all),
    ("construct_homepage_panels", dashboard.add_panels),
):
    hooks.register(name, function)

for report in (due_report, resolution_report, attendance_report):
    hooks.register("register_admin_urls", report.addresses)
    hooks.register("register_reports_menu_item", report.report_item)


for page_slot in slots.FILLED:
    hooks.register("register_prcouncil_page_slot", lambda slot=page_slot: slot)
