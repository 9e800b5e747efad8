"""Editing screens of the directory."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    Panel,
)

from wagtail_prcouncil.directory.forms import AgencyForm, PersonForm, ProvinceForm
from wagtail_prcouncil.ui.dates import displayed
from wagtail_prcouncil.ui.languages import page_language


class ClosingPanel(Panel):
    """When, why and in whose favour a closed agency ended; nothing for an open one. Read-only:
    closing and reopening are actions of their own."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "prcouncil_directory/closing_panel.html"

        def is_shown(self) -> bool:
            return self.instance.is_closed

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context = super().get_context_data(parent_context)
            day = displayed(self.instance.closed_on, "short", page_language(None))
            return context | {
                "agency": self.instance,
                "day": day,
                "successors": self.instance.successors(),
            }


AGENCY_EDITING = ObjectList(
    [
        ClosingPanel(heading=_("Closed")),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("name"), FieldPanel("name_en")]),
                InlinePanel(
                    "other_names",
                    panels=[FieldPanel("name")],
                    heading=_("Other names"),
                    label=_("Other name"),
                    help_text=_("Older names, abbreviations, what people call it: found too."),
                ),
            ],
            heading=_("Names"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("code"), FieldPanel("kind")]),
                FieldRowPanel([FieldPanel("parent"), FieldPanel("relation")]),
                FieldRowPanel([FieldPanel("province"), FieldPanel("pr_kind")]),
                FieldPanel("founded_on"),
            ],
            heading=_("Place in the register"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("website"), FieldPanel("email")]),
                FieldRowPanel([FieldPanel("telephone"), FieldPanel("postal_code")]),
                FieldPanel("address"),
                FieldPanel("address_en"),
            ],
            heading=_("Contacts"),
        ),
        MultiFieldPanel(
            [FieldPanel("summary"), FieldPanel("summary_en"), FieldPanel("logo")],
            heading=_("What it does"),
        ),
    ],
    base_form_class=AgencyForm,
)

PERSON_EDITING = ObjectList(
    [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("honorific_prefix"), FieldPanel("name")]),
                FieldRowPanel([FieldPanel("honorific_prefix_en"), FieldPanel("name_en")]),
            ],
            heading=_("Names"),
        ),
        FieldPanel("photo"),
        MultiFieldPanel(
            [FieldPanel("other_posts"), FieldPanel("other_posts_en")], heading=_("Other posts")
        ),
    ],
    base_form_class=PersonForm,
)

PROVINCE_EDITING = ObjectList(
    [FieldPanel("code", read_only=True), FieldPanel("name"), FieldPanel("name_en")],
    base_form_class=ProvinceForm,
)
