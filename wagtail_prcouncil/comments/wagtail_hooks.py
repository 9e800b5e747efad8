from wagtail import hooks

from wagtail_prcouncil.comments import log_messages, slots
from wagtail_prcouncil.comments.admin import registering

for name, function in (
    ("register_log_actions", log_messages.register_messages),
    ("register_admin_urls", registering.addresses),
    ("register_admin_menu_item", registering.menu),
    (registering.MENU_HOOK, registering.queue_item),
    ("register_permissions", registering.permissions),
):
    hooks.register(name, function)
for slot in slots.registered():
    hooks.register("register_prcouncil_page_slot", lambda slot=slot: slot)
