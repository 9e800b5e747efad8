"""What waits for a council's secretary among its charters, on Wagtail's dashboard."""

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet, TextChoices
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component

from wagtail_prcouncil.charters.admin.filters import DRAFT, REVISE
from wagtail_prcouncil.charters.admin.places import LISTING
from wagtail_prcouncil.charters.admin.policies import CHARTERS
from wagtail_prcouncil.charters.models import Charter
from wagtail_prcouncil.councils.admin.waiting import WaitingPanel
from wagtail_prcouncil.councils.scopes import within


class Matter(TextChoices):
    """What waits; the value is that of the list's filter."""

    TO_REVISE = REVISE, _("charters due for revision")
    DRAFTS = DRAFT, _("charters with an open draft")


class CharterPanel(WaitingPanel):
    """Of the charters of one's councils."""

    name = "prcouncil_charters"
    order = 159
    heading = _("Charters of the councils")
    urgent = frozenset({Matter.TO_REVISE})

    def rows(self) -> Mapping[Matter, QuerySet[Any]]:
        own = within(Charter.objects.all(), CHARTERS.scope(self.user, "change"), "council")
        return {Matter.TO_REVISE: own.due_for_revision(), Matter.DRAFTS: own.with_draft()}

    def url(self, matter: Matter) -> str:
        return f"{LISTING.place()}?standing={matter.value}"


def add_panel(request: HttpRequest, panels: list[Component]) -> None:
    if CHARTERS.user_has_permission(request.user, "change"):
        panels.append(CharterPanel(request))
