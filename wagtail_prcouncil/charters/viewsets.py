"""Charters in the admin's menu."""

from typing import Any, ClassVar

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSetGroup

from wagtail_prcouncil.charters.admin import desk
from wagtail_prcouncil.charters.admin.beginning import StartView
from wagtail_prcouncil.charters.admin.listing import CharterHistory, CharterListing
from wagtail_prcouncil.charters.admin.places import LISTING
from wagtail_prcouncil.charters.admin.policies import CHARTERS, SEEING
from wagtail_prcouncil.charters.models import Charter
from wagtail_prcouncil.charters.signing_viewsets import SignatureViewSet
from wagtail_prcouncil.councils.viewsets import DeskViewSet

ICON = "doc-full-inverse"


class ShownToKeepers(MenuItem):
    """For those who see any charter."""

    def is_shown(self, request: HttpRequest) -> bool:
        return CHARTERS.user_has_any_permission(request.user, SEEING)


class CharterViewSet(DeskViewSet):
    """The list of charters and, below the key of each, its desk."""

    model, policy, listing, icon = Charter, CHARTERS, LISTING, ICON
    url_prefix = "charters"
    menu_name = "prcouncil-charters-list"
    index_view_class = CharterListing
    history_view_class = CharterHistory
    screens: ClassVar[dict[str, Any]] = {"add": StartView}
    menu_item_class = ShownToKeepers
    tabs, steps, of_it, beside = desk.TABS, desk.STEPS, desk.OF_A_CHARTER, desk.OF_A_ROW


class ChartersGroup(ViewSetGroup):
    """The menu of charters and of what hangs on them."""

    menu_label = _("Charters")
    menu_name = "prcouncil-charters"
    menu_icon = ICON
    menu_order = 123
    items = (CharterViewSet, SignatureViewSet)
