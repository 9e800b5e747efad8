from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry

from wagtail_prcouncil.news import slots
from wagtail_prcouncil.news.viewsets import NewsListing
from wagtail_prcouncil.ui.slots import PageSlot


@hooks.register("register_log_actions")
def register_log_actions(registry: LogActionRegistry) -> None:
    registry.register_action(
        "prcouncil_news.allot_code", _("Allot news code"), _("News code allotted")
    )
    registry.register_action(
        "prcouncil_news.import_code", _("Import news code"), _("News code imported")
    )


@hooks.register("register_admin_viewset")
def register_news_listing() -> NewsListing:
    return NewsListing("prcouncil_news_listing")


@hooks.register("register_prcouncil_page_slot")
def news_of_an_agency() -> PageSlot:
    return PageSlot("agency_main", "prcouncil_news/slots/agency_news.html", slots.agency_news)
