"""Editing form of a news item."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

# No TitleFieldPanel: it would fill the slug from the headline, and headlines recur.
NEWS_CONTENT = [
    FieldPanel("kicker"),
    FieldPanel("title", heading=_("Headline")),
    FieldPanel("deck"),
    FieldPanel("lead"),
    MultiFieldPanel(
        [
            FieldPanel("hero_image"),
            FieldPanel("hero_alt"),
            FieldPanel("hero_caption"),
            FieldPanel("hero_credit"),
        ],
        heading=_("Picture"),
    ),
    FieldPanel("body"),
    MultiFieldPanel(
        [
            FieldPanel("section"),
            FieldPanel("agency"),
            FieldPanel("agency_name"),
            FieldPanel("province"),
        ],
        heading=_("Where it belongs"),
    ),
    MultiFieldPanel(
        [
            FieldPanel("source_outlet"),
            FieldPanel("quoted_agency"),
            FieldPanel("quoted_source"),
            FieldPanel("quoted_url"),
            FieldPanel("dateline_place"),
            FieldPanel("end_mark"),
        ],
        heading=_("Where it comes from"),
    ),
]
NEWS_PROMOTE = [
    MultiFieldPanel(
        [FieldPanel("slug"), FieldPanel("seo_title"), FieldPanel("search_description")],
        heading=_("Address and search engines"),
    ),
]
