from typing import Any, ClassVar

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail.search import index

from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.councils.models.below import ListBelowCouncilMixin
from wagtail_prcouncil.meetings.models.meeting import Meeting
from wagtail_prcouncil.meetings.models.queryset import meeting_pages
from wagtail_prcouncil.meetings.models.resolution import Resolution
from wagtail_prcouncil.meetings.routes import MeetingIndexRoutes
from wagtail_prcouncil.meetings.states import MinutesStatus
from wagtail_prcouncil.ui.forms import PRCouncilPageForm


class MeetingIndexMixin(ListBelowCouncilMixin):
    """Meetings with their calendar: below a council those of that council, elsewhere those of all
    councils of the site."""

    facts: ClassVar[str] = "prcouncil_meetings.Meeting"

    class Meta:
        abstract = True


class AbstractMeetingIndexPage(MeetingIndexRoutes, MeetingIndexMixin, Page):
    """The list as a Wagtail page. Subclass `MeetingIndexPage` to extend; this to start afresh."""

    base_form_class = PRCouncilPageForm
    content_panels = [*Page.content_panels, "intro"]
    search_fields: ClassVar[list[Any]] = [*Page.search_fields, index.SearchField("intro")]
    parent_page_types: ClassVar[list[str] | None] = None
    subpage_types: ClassVar[list[str]] = ["prcouncil_meetings.MeetingPage"]

    class Meta:
        abstract = True

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict[str, Any]]:
        """The list, the minutes that are published, and the resolutions. Three queries, so that
        the pages of meetings need none."""
        address = self.get_full_url(request)
        written = Meeting.objects.readable().filter(minutes_status=MinutesStatus.PUBLISHED)
        pages = meeting_pages().open(self.locale_id).child_of(self).of(written)
        minutes = [f"{slug}/minutes/" for slug in pages.values_list("slug", flat=True)]
        above = CouncilPage.objects.ancestor_of(self).values("translation_key")
        decided = Resolution.objects.readable().filter(council__translation_key__in=above)
        parts = [*minutes, *(["resolutions/"] if decided.exists() else [])]
        return super().get_sitemap_urls(request) + [
            {"location": f"{address}{part}"} for part in parts
        ]

    def get_cached_paths(self) -> list[str]:
        """What caches in front of the site may hold of it when any of its meetings changes; the
        months in which one stands are named by `caches.py`."""
        return ["/", "/calendar/", "/resolutions/", "/meetings.ics", "/resolutions.csv"]


class MeetingIndexPage(AbstractMeetingIndexPage):
    """فهرست نشست‌ها."""

    class Meta(AbstractMeetingIndexPage.Meta):
        verbose_name = _("list of meetings")
        verbose_name_plural = _("lists of meetings")
