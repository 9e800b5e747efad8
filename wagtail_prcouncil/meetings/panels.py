"""The editing screen of a meeting's page: its words. What happens to the meeting is done under
“Meetings” in the menu."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

MEETING = [
    FieldPanel("summary"),
    MultiFieldPanel(
        [FieldRowPanel([FieldPanel("venue")]), FieldPanel("venue_address")],
        heading=_("Place"),
    ),
    FieldPanel("notice"),
    FieldPanel("press_note"),
    MultiFieldPanel(
        [
            FieldPanel("picture"),
            InlinePanel("gallery", heading=_("Gallery"), label=_("Picture")),
        ],
        heading=_("Pictures"),
    ),
    InlinePanel("related_pages", heading=_("Related pages"), label=_("Page")),
]
