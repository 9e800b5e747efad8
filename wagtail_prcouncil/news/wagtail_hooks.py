from django.db.models import QuerySet
from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSet
from wagtail.log_actions import LogActionRegistry

from wagtail_prcouncil.news import jobs, log_messages, slots
from wagtail_prcouncil.news.bulk_actions import BULK_ACTIONS
from wagtail_prcouncil.news.models import NewsPage
from wagtail_prcouncil.news.reports import PublicationReport
from wagtail_prcouncil.news.viewsets import NewsListing

for bulk_action in BULK_ACTIONS:
    hooks.register("register_bulk_action", bulk_action)

for page_slot in slots.FILLED:
    hooks.register("register_prcouncil_page_slot", lambda slot=page_slot: slot)


@hooks.register("register_log_actions")
def register_log_actions(registry: LogActionRegistry) -> None:
    log_messages.register_messages(registry)


@hooks.register("register_admin_viewset")
def register_lists() -> list[ViewSet]:
    return [NewsListing("prcouncil_news_listing"), PublicationReport("prcouncil_news_publications")]


@hooks.register("register_prcouncil_withheld_paths")
def embargoed_paths() -> QuerySet[NewsPage]:
    return NewsPage.objects.embargoed().values_list("path", flat=True)


hooks.register("register_prcouncil_job", jobs.opening_of_embargoes)
