"""The column that tells which item a line of a report is about."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BaseColumn

from wagtail_prcouncil.persian.digits import to_persian
from wagtail_prcouncil.ui.languages import page_language


class CodeColumn(BaseColumn):
    """The code of what `about` gives for a line, as a link to it where readers find it; words
    instead where the item has no code, nothing where `about` gives None."""

    cell_template_name = "prcouncil_audience/admin/code_cell.html"

    def __init__(self, about: Callable[[Any], Any], **kwargs: Any) -> None:
        self.about = about
        super().__init__("code", label=_("Code"), **kwargs)

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        item = self.about(instance)
        told = {"address": item.address if item else "", "code": code_as_read(item)}
        return super().get_cell_context_data(instance, parent_context) | told


def code_as_read(item: Any) -> str:
    """In the digits of the editor's language; empty where the item has none."""
    if item is None or item.code is None:
        return ""
    return to_persian(str(item.code)) if page_language(None).is_persian else str(item.code)
