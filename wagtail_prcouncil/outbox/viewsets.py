"""Outgoing mail in the admin's menu."""

from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.model import ModelViewSet

from wagtail_prcouncil import compat
from wagtail_prcouncil.outbox.listing import MessageListing
from wagtail_prcouncil.outbox.models import Message
from wagtail_prcouncil.outbox.policies import MESSAGES, MessagePolicy


class MessageViewSet(ModelViewSet):
    """A list to look at: mail is written by what it tells of, and sent by the clock."""

    model = Message
    name, icon = "prcouncil_messages", "mail"
    url_prefix = "outgoing-mail"
    menu_label, menu_name, menu_order = _("Outgoing mail"), "prcouncil-outbox", 950
    add_to_settings_menu = True
    index_view_class = MessageListing

    @cached_property
    def permission_policy(self) -> MessagePolicy:
        return MESSAGES

    @cached_property
    def menu_item_class(self) -> type[MenuItem]:
        class OutboxItem(MenuItem):
            """For those who may read any."""

            def is_shown(self, request: HttpRequest) -> bool:
                return MESSAGES.user_has_permission(request.user, "view")

        return OutboxItem

    def on_register(self) -> None:
        compat.register_policy(Message, MESSAGES)
        super().on_register()

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
        ]
