"""The editing screen of a charter's page: its words. What happens to it, its signatures and its
reviews are kept under “Charters” in the menu.

What its panels tell is looked up by the tags of their templates: the page type names them before
there are models to look in.
"""

from collections.abc import Sequence
from typing import Any, cast

from django.forms import Media
from django.forms.widgets import Script
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, Panel

STYLE: dict[str, Sequence[str]] = {"all": ["prcouncil_charters/editor.css"]}
# Told to the type checker as what it takes the place of: a path.
LABELS = Media(js=[cast("str", Script("prcouncil_charters/labels.js", type="module"))], css=STYLE)


class AdoptedPanel(Panel):
    """Where the text is adopted: that it is, and where the next version is begun."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "prcouncil_charters/admin/adopted_panel.html"
        media = Media(css=STYLE)

        def is_shown(self) -> bool:
            return getattr(self.form, "adopted", None) is not None

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            told = {"version": self.form.adopted, "user": self.request.user}
            return super().get_context_data(parent_context) | told


class LabelsPanel(Panel):
    """Above the clauses: by which words and numbers labels are proposed."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "prcouncil_charters/admin/labels_panel.html"
        media = LABELS

        def is_shown(self) -> bool:
            return self.form is not None and "clauses" in self.form.fields

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            return super().get_context_data(parent_context) | {"page": self.instance}


CHARTER = [
    FieldPanel("summary"),
    FieldPanel("scope"),
    FieldPanel("preamble"),
    LabelsPanel(),
    FieldPanel("clauses"),
    FieldPanel("appendices"),
    FieldPanel("references"),
    MultiFieldPanel(
        [
            FieldPanel("picture"),
            InlinePanel("gallery", heading=_("Unveiling"), label=_("Picture")),
        ],
        heading=_("Pictures"),
    ),
]
