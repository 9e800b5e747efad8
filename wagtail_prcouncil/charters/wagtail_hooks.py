from wagtail import hooks

from wagtail_prcouncil.charters import slots
from wagtail_prcouncil.charters.admin import citing, dashboard, labelling, page_buttons, to_sign
from wagtail_prcouncil.charters.admin.log_messages import register_messages
from wagtail_prcouncil.charters.mailing.ground import mail_ground
from wagtail_prcouncil.charters.models import Charter
from wagtail_prcouncil.charters.printed import asking, registering
from wagtail_prcouncil.charters.turning import turn_job
from wagtail_prcouncil.charters.viewsets import ChartersGroup

for name, function in (
    ("register_admin_viewset", ChartersGroup),
    ("register_admin_urls", labelling.urls),
    ("register_admin_urls", citing.urls),
    ("register_rich_text_features", citing.register_links),
    ("register_log_actions", register_messages),
    ("register_prcouncil_job", turn_job),
    ("register_prcouncil_job", asking.wish_job),
    ("register_prcouncil_printable", registering.charters),
    ("register_prcouncil_printable", registering.certificates),
    ("register_prcouncil_facts", Charter.objects.all),
    ("register_prcouncil_mail_ground", mail_ground),
    ("register_page_header_buttons", page_buttons.page_buttons),
    ("construct_homepage_panels", dashboard.add_panel),
    ("construct_homepage_panels", to_sign.add_panel),
    ("register_admin_urls", to_sign.urls),
):
    hooks.register(name, function)

for page_slot in slots.FILLED:
    hooks.register("register_prcouncil_page_slot", lambda slot=page_slot: slot)
