"""What narrows the news desk's list."""

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.pages.listing import PageFilterSet

from wagtail_prcouncil.directory.admin.filters import NamedFilter, provinces
from wagtail_prcouncil.directory.models import Agency
from wagtail_prcouncil.news.models import NewsPage
from wagtail_prcouncil.ui.jalali.filters import JalaliDateRangeFilter


def agencies_in_the_news(request: HttpRequest) -> QuerySet[Agency]:
    """Open or closed; the others of the register would narrow to nothing."""
    named = NewsPage.objects.exclude(agency=None).order_by().values("agency")
    return Agency.objects.filter(pk__in=named).by_name()


class NewsFilterSet(PageFilterSet):
    """By whose news it is, where it happened and when it came out."""

    agency = NamedFilter(label=_("Agency"), queryset=agencies_in_the_news)
    province = NamedFilter(label=_("Province"), queryset=provinces)
    published_at = JalaliDateRangeFilter(label=_("Published"))
    latest_revision_created_at = JalaliDateRangeFilter(label=_("Changed"))

    class Meta(PageFilterSet.Meta):
        model = NewsPage
