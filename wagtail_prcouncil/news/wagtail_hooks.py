from wagtail import hooks

from wagtail_prcouncil.news import jobs, log_messages, slots, viewsets
from wagtail_prcouncil.news.actions import drafting
from wagtail_prcouncil.news.admin import content_checks, dashboard, duplicates, embargoes
from wagtail_prcouncil.news.admin.choosers import offer_what_may_be_seen
from wagtail_prcouncil.news.admin.moving import refuse_shadowed_place
from wagtail_prcouncil.news.admin.placements import placing_button
from wagtail_prcouncil.news.admin.presetting import note_section
from wagtail_prcouncil.news.bulk_actions import BULK_ACTIONS
from wagtail_prcouncil.news.feeds import offers
from wagtail_prcouncil.news.models import NewsCode, NewsPage

for name, function in (
    ("register_admin_viewset", viewsets.registered),
    ("register_log_actions", log_messages.register_messages),
    ("register_prcouncil_withheld_pages", lambda: NewsPage.objects.withheld()),
    ("register_page_listing_more_buttons", placing_button),
    ("register_page_header_buttons", placing_button),
    ("construct_page_chooser_queryset", offer_what_may_be_seen),
    ("construct_wagtail_userbar", content_checks.add_checks),
    ("register_admin_urls", duplicates.urls),
    ("construct_homepage_panels", dashboard.add_panel),
    ("before_create_page", note_section),
    ("after_publish_page", embargoes.note_publication),
    ("before_move_page", refuse_shadowed_place),
    *((saved, embargoes.tell_on_publishing) for saved in ("after_create_page", "after_edit_page")),
    *((saved, duplicates.tell_on_saving) for saved in ("after_create_page", "after_edit_page")),
    *(("register_prcouncil_job", job) for job in jobs.REGISTERED),
    ("register_prcouncil_item_codes", NewsCode.of_items),
    ("register_prcouncil_draft_target", lambda: drafting.NEWS),
    *(("register_bulk_action", bulk_action) for bulk_action in BULK_ACTIONS),
):
    hooks.register(name, function)

# Late: a site that knows old numbers of its own is asked before.
hooks.register("find_prcouncil_commented_page", NewsCode.page_named, order=100)

for page_slot in (*slots.FILLED, *offers.FILLED, content_checks.MARKS):
    hooks.register("register_prcouncil_page_slot", lambda slot=page_slot: slot)
