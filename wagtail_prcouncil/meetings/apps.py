from typing import ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from wagtail_prcouncil.apps import MemberConfig

# Deleting stays with administrators: what was held, decided or given to somebody stays.
KEEPING = tuple(
    f"{verb}_{row}"
    for row in ("meeting", "resolution", "assignment", "memberreport")
    for verb in ("view", "add", "change")
)


LISTING = tuple(f"{verb}_recipient" for verb in ("view", "add", "change", "delete"))


class MeetingsConfig(MemberConfig):
    """Meetings of councils, from the invitation to a resolution that is carried out."""

    name = "wagtail_prcouncil.meetings"
    label = "prcouncil_meetings"
    default = True
    verbose_name = _("PR council: meetings")
    requires = (
        "wagtail_prcouncil.pages",
        "wagtail_prcouncil.numbering",
        "wagtail_prcouncil.clock",
        "wagtail_prcouncil.outbox",
        "wagtail_prcouncil.exchange",
        "wagtail_prcouncil.printing",
        "wagtail_prcouncil.directory",
        "wagtail_prcouncil.councils",
    )
    group_permissions: ClassVar[dict[str, tuple[str, ...]]] = {
        "council_secretary": (*KEEPING, *LISTING, "settle_meeting", "export_meeting"),
        "agency_reporter": ("submit_memberreport",),
    }

    def ready(self) -> None:
        from wagtail_prcouncil.meetings import signal_handlers

        page_published.connect(
            signal_handlers.follow_publication, dispatch_uid="prcouncil_meetings_publication"
        )
        for signal in (page_published, page_unpublished, page_slug_changed, post_page_move):
            signal.connect(signal_handlers.forget_lists, dispatch_uid="prcouncil_meetings_caches")
