"""The editing screen of a council's page: its words and what it is. Who sits in it is kept under
“Councils” in the menu."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    PageChooserPanel,
)

COUNCIL = [
    FieldPanel("short_name"),
    FieldPanel("summary"),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("level"), FieldPanel("province")]),
            FieldRowPanel([FieldPanel("sector"), FieldPanel("founded_on")]),
            PageChooserPanel("parent_council", page_type="prcouncil_councils.CouncilPage"),
            InlinePanel(
                "upper_bodies",
                panels=[
                    FieldPanel("agency"),
                    FieldRowPanel([FieldPanel("name"), FieldPanel("name_en")]),
                ],
                heading=_("Upper bodies"),
                label=_("Upper body"),
            ),
        ],
        heading=_("Place among the councils"),
    ),
    FieldPanel("mandate"),
    MultiFieldPanel(
        [FieldPanel("legal_basis"), FieldPanel("legal_document"), FieldPanel("ethics_charter")],
        heading=_("What it rests on"),
    ),
    MultiFieldPanel(
        [
            FieldPanel("meeting_rhythm"),
            FieldRowPanel([FieldPanel("quorum_kind"), FieldPanel("quorum_value")]),
        ],
        heading=_("Meetings"),
    ),
    MultiFieldPanel(
        [
            FieldPanel("secretariat"),
            FieldPanel("secretariat_address"),
            FieldRowPanel([FieldPanel("telephone"), FieldPanel("email")]),
            FieldPanel("logo"),
        ],
        heading=_("Secretariat"),
    ),
]
