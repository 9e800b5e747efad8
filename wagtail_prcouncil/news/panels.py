"""Editing form of a news item."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel

from wagtail_prcouncil.news.admin.panels import AdvicePanel, NamedAlikePanel
from wagtail_prcouncil.ui.dates import displayed
from wagtail_prcouncil.ui.languages import page_language


class ChangePanel(MultiFieldPanel):
    """What a publication means to readers; asked once they have seen the item."""

    class BoundPanel(MultiFieldPanel.BoundPanel):
        def is_shown(self) -> bool:
            return self.instance.is_out and super().is_shown()


class EmbargoPanel(MultiFieldPanel):
    """From when on readers may see an item; asked until they have."""

    class BoundPanel(MultiFieldPanel.BoundPanel):
        def __init__(self, **kwargs: Any) -> None:
            super().__init__(**kwargs)
            self.help_text = embargo_and_schedule(self.instance) or self.help_text

        def is_shown(self) -> bool:
            refused = "embargoed_until" in self.form.errors
            return (refused or not self.instance.is_out) and super().is_shown()


def embargo_and_schedule(item: Any) -> str:
    """Which of the two an item waits for, in a sentence; empty when it has no embargo to come."""
    if not item.is_embargoed:
        return ""
    end = displayed(item.embargoed_until, "datetime", page_language(None))
    if not item.go_live_at or item.go_live_at < item.embargoed_until:
        return gettext(
            "However and whenever it is published, readers see nothing of it before %(end)s."
        ) % {"end": end}
    start = displayed(item.go_live_at, "datetime", page_language(None))
    return gettext(
        "The embargo ends at %(end)s; readers see it when it goes live as scheduled, at %(start)s."
    ) % {"end": end, "start": start}


# No TitleFieldPanel: it would fill the slug from the headline, and headlines recur.
NEWS_CONTENT = [
    FieldPanel("kicker"),
    FieldPanel("title", heading=_("Headline")),
    NamedAlikePanel(),
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
            FieldPanel("is_republished"),
            FieldPanel("dateline_place"),
            FieldPanel("end_mark"),
        ],
        heading=_("Where it comes from"),
    ),
    InlinePanel(
        "related_links",
        [FieldPanel("related")],
        heading=_("Related news"),
        label=_("Related item"),
    ),
    ChangePanel(
        [FieldPanel("update_kind", widget=forms.RadioSelect), FieldPanel("update_note")],
        heading=_("What readers are told of this change"),
    ),
    EmbargoPanel([FieldPanel("embargoed_until")], heading=_("Embargo")),
    AdvicePanel(heading=_("Before publishing")),
]
NEWS_PROMOTE = [
    MultiFieldPanel(
        [FieldPanel("slug"), FieldPanel("seo_title"), FieldPanel("search_description")],
        heading=_("Address and search engines"),
    ),
]
