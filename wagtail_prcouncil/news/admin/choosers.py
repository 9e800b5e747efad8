"""Choosing pages in the forms of the desk."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminPageChooser
from wagtail.permissions import page_permission_policy

from wagtail_prcouncil.news.models import NewsPage


class PageChooser(AdminPageChooser):
    """With words of ours where it chooses news."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.target_models == [NewsPage]:
            # Wagtail's own words are put together once, in the language of the first request.
            self.choose_one_text = _("Choose a news item")
            self.choose_another_text = _("Choose another news item")


def offer_what_may_be_seen(pages: QuerySet[Any], request: HttpRequest) -> QuerySet[Any]:
    """In choosers of pages: news that readers may see, and those whose editors ask. Wagtail shows
    everybody all titles, those under an embargo too."""
    if request.user.is_superuser:
        return pages
    seen = page_permission_policy.explorable_instances(request.user).order_by().values("pk")
    withheld = NewsPage.objects.not_live() | NewsPage.objects.filter(
        pk__in=NewsPage.objects.embargoed().values("pk")
    )
    return pages.exclude(pk__in=withheld.exclude(pk__in=seen).order_by().values("pk"))
