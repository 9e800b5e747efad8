"""The frame of panels on Wagtail's dashboard that tell what waits for somebody, and how much."""

from collections.abc import Mapping
from typing import Any, ClassVar, NamedTuple

from django.db.models import Count, QuerySet, TextChoices, Value
from django.http import HttpRequest
from django.utils.functional import Promise
from wagtail.admin.ui.components import Component

from wagtail_prcouncil.pages.numerals import in_numerals


class Line(NamedTuple):
    """A matter that waits: in how many cases, and where they are listed."""

    label: str | Promise
    number: str
    url: str
    is_urgent: bool


def counted(rows: Mapping[TextChoices, QuerySet[Any]]) -> dict[str, int]:
    """How many there are of each, by its value; what there is none of is left out. One query."""
    first, *rest = (_sum(matter, found) for matter, found in rows.items())
    # A union takes up the order of its model again, whose columns are not there.
    numbers = first.union(*rest, all=True).order_by() if rest else first
    return {matter: n for matter, n in numbers if n}


def _sum(matter: TextChoices, rows: QuerySet[Any]) -> QuerySet[Any, Any]:
    told = rows.order_by().annotate(matter=Value(matter.value)).values("matter")
    return told.annotate(n=Count("pk")).values_list("matter", "n")


class WaitingPanel(Component):
    """Matters and their numbers. One query; nothing is shown where nothing waits."""

    template_name = "prcouncil_councils/admin/waiting.html"
    heading: ClassVar[str | Promise]
    urgent: ClassVar[frozenset[TextChoices]] = frozenset()

    class Media:
        css: ClassVar[dict[str, list[str]]] = {"all": ["prcouncil_councils/admin.css"]}

    def __init__(self, request: HttpRequest) -> None:
        self.user = request.user

    def rows(self) -> Mapping[Any, QuerySet[Any]]:
        """What waits, by its matter, in the order in which it is told."""
        raise NotImplementedError

    def url(self, matter: Any) -> str:
        raise NotImplementedError

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        rows = self.rows()
        found = counted(rows) if rows else {}
        return {
            "name": self.name,
            "heading": self.heading,
            "lines": [
                Line(
                    matter.label,
                    in_numerals(found[matter.value]),
                    self.url(matter),
                    matter in self.urgent,
                )
                for matter in rows
                if matter.value in found
            ],
        }
