"""Seats to fill, on Wagtail's dashboard."""

from typing import Any, ClassVar

from django.db.models import Count, Q
from django.http import HttpRequest
from django.urls import reverse
from wagtail.admin.ui.components import Component

from wagtail_prcouncil.councils.admin.policies import SEATS
from wagtail_prcouncil.councils.admin.report import NAME, due_within
from wagtail_prcouncil.councils.due import Matter
from wagtail_prcouncil.pages.numerals import in_numerals


class DuePanel(Component):
    """How many seats of the user's councils need somebody, matter by matter. One query; nothing is
    shown where all is well."""

    name = "prcouncil_councils"
    template_name = "prcouncil_councils/admin/dashboard.html"
    order = 156

    class Media:
        css: ClassVar[dict[str, list[str]]] = {"all": ["prcouncil_councils/admin.css"]}

    def __init__(self, request: HttpRequest) -> None:
        self.user = request.user

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        counts = {matter.value: Count("pk", filter=Q(**{matter.value: True})) for matter in Matter}
        # Under other names: the annotations have those of the matters already.
        numbers = due_within(SEATS.scope(self.user, "view")).aggregate(
            **{f"of_{name}": count for name, count in counts.items()}
        )
        url = reverse(NAME)
        return {
            "url": url,
            "lines": [
                {
                    "label": matter.label,
                    "number": in_numerals(number),
                    "url": f"{url}?matter={matter.value}",
                }
                for matter in Matter
                if (number := numbers[f"of_{matter.value}"])
            ],
        }


def add_panel(request: HttpRequest, panels: list[Component]) -> None:
    if SEATS.user_has_permission(request.user, "view"):
        panels.append(DuePanel(request))
