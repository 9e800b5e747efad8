"""Panels of the editing form that tell and ask nothing. What they tell is looked up by the tags of
their templates: page types name their panels before there are models to look in."""

from typing import Any

from django.forms.widgets import Media, Script
from django.urls import reverse
from wagtail.admin.panels import Panel


class NamedAlikePanel(Panel):
    """Below the headline: other items that have it. A script asks anew while it is typed; without
    one, saving tells."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "prcouncil_news/admin/named_alike_panel.html"

        @property
        def media(self) -> Media:
            script: Any = Script("prcouncil_news/named-alike.js", type="module")
            return Media(js=[script])

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            page = self.instance if self.instance.pk else None
            asked = {"page": page, "request": self.request}
            asked["url"] = reverse("prcouncil_news_named_alike")
            return super().get_context_data(parent_context) | asked


class AdvicePanel(Panel):
    """What may be put right before the item goes out, as it was saved last; nothing for a new
    one."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "prcouncil_news/admin/advice_panel.html"

        def is_shown(self) -> bool:
            return self.instance.pk is not None
