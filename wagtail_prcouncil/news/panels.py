"""Editing form of a news item."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel

from wagtail_prcouncil.news.admin.telling_panels import AdvicePanel, NamedAlikePanel
from wagtail_prcouncil.news.announcing import other_languages
from wagtail_prcouncil.ui.dates import displayed
from wagtail_prcouncil.ui.languages import page_language


class ChangePanel(MultiFieldPanel):
    """What a publication means to readers; asked once they have seen the item."""

    class BoundPanel(MultiFieldPanel.BoundPanel):
        def __init__(self, **kwargs: Any) -> None:
            super().__init__(**kwargs)
            self.help_text = told_in_other_languages(self.instance) or self.help_text

        def is_shown(self) -> bool:
            return self.instance.is_out and super().is_shown()


class EmbargoPanel(MultiFieldPanel):
    """From when on readers may see an item; asked until they have."""

    class BoundPanel(MultiFieldPanel.BoundPanel):
        def __init__(self, **kwargs: Any) -> None:
            super().__init__(**kwargs)
            said = embargo_and_schedule(self.instance) or embargo_elsewhere(self.instance)
            self.help_text = said or self.help_text

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


def embargo_elsewhere(item: Any) -> str:
    """That an embargo in another language holds for this one too; empty where none does."""
    if item.pk is None:
        return ""
    ends = item.get_translations().filter(embargoed_until__gt=timezone.now())
    last = ends.order_by("-embargoed_until").values_list("embargoed_until", flat=True).first()
    if last is None:
        return ""
    end = displayed(last, "datetime", page_language(None))
    return gettext(
        "In another language this item is under embargo: readers see nothing of it before %(end)s "
        "here either."
    ) % {"end": end}


def told_in_other_languages(item: Any) -> str:
    """What a retraction, a correction leaves unsaid: each language tells its own readers. Empty
    where the item is out in this one alone."""
    pages = [page for page in other_languages(item) if page.is_out]
    retracted = [] if item.retracted_at else [page for page in pages if page.retracted_at]
    if retracted:
        sentence = gettext(
            "Retracted in: %(languages)s. Readers of this page are not told until you retract it "
            "here too."
        )
    elif pages:
        sentence = gettext(
            "Also published in: %(languages)s. Readers there are not told of what you say here."
        )
    else:
        return ""
    names = (str(page.locale.get_display_name()) for page in retracted or pages)
    return sentence % {"languages": gettext(", ").join(names)}


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
