"""Those who keep councils, for tests."""

from itertools import count
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupPagePermission, Page

_numbers = count(1)


def permission(name: str) -> Permission:
    """ "prcouncil_councils.change_seat"."""
    app, _dot, codename = name.partition(".")
    return Permission.objects.get(content_type__app_label=app, codename=codename)


def group_for(*pages: Page, rights: Any = ()) -> Group:
    """May change these pages and what lies below, and has these rights; may enter the admin."""
    group = Group.objects.create(name=f"group {next(_numbers)}")
    group.permissions.add(*map(permission, rights), Permission.objects.get(codename="access_admin"))
    for page in pages:
        GroupPagePermission.objects.create(
            group=group,
            page=page,
            permission=Permission.objects.get(
                content_type__app_label="wagtailcore", codename="change_page"
            ),
        )
    return group


def member_of(*groups: Group) -> Any:
    user = get_user_model().objects.create_user(f"staff{next(_numbers)}", password="x")
    user.groups.add(*groups)
    return get_user_model().objects.get(pk=user.pk)
