"""Where moderators find comments: addresses, the menu, permissions."""

from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path, register_converter, reverse
from django.urls.converters import IntConverter
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem

from wagtail_prcouncil.comments.admin import official_reply, verbs
from wagtail_prcouncil.comments.admin.bulk import BulkView
from wagtail_prcouncil.comments.admin.comment import CommentView
from wagtail_prcouncil.comments.admin.queue import QueueView
from wagtail_prcouncil.comments.states import Right

MENU_HOOK = "register_prcouncil_comments_menu_item"
"""What belongs to comments registers its item of the menu here; a view set of Wagtail's names it
as its `menu_hook`."""


class KeyConverter(IntConverter):
    """A primary key that a database can hold."""

    regex = "[0-9]{1,18}"


register_converter(KeyConverter, "comment_key")


class PermittedItem(MenuItem):
    """Shown to whoever has the right somewhere."""

    def __init__(self, label: Any, url: str, right: Right, **kwargs: Any) -> None:
        self.right = right
        super().__init__(label, url, **kwargs)

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(self.right.value))


def menu() -> SubmenuMenuItem:
    return SubmenuMenuItem(
        _("Comments"),
        Menu(register_hook_name=MENU_HOOK),
        name="prcouncil-comments",
        icon_name="comment",
        order=220,
    )


def queue_item() -> MenuItem:
    return PermittedItem(
        _("Moderation queue"),
        reverse("prcouncil_comments_queue"),
        Right.MODERATE,
        name="prcouncil-comments-queue",
        icon_name="tasks",
        order=10,
    )


def addresses() -> list[URLPattern]:
    one = "comments/<comment_key:pk>/"
    undo = "comments/undo/<comment_key:pk>/"
    return [
        path("comments/", QueueView.as_view(), name="prcouncil_comments_queue"),
        path("comments/bulk/", BulkView.as_view(), name="prcouncil_comments_bulk"),
        path(one, CommentView.as_view(), name="prcouncil_comments_comment"),
        path(undo, verbs.UndoView.as_view(), name="prcouncil_comments_undo"),
        *(
            path(f"{one}{view.slug}/", view.as_view(), name=f"prcouncil_comments_{view.slug}")
            for view in (*verbs.VIEWS, *official_reply.VIEWS)
        ),
    ]


def permissions() -> QuerySet[Permission]:
    names = [right.value.rpartition(".")[2] for right in Right]
    return Permission.objects.filter(
        content_type__app_label="prcouncil_comments", codename__in=names
    )
