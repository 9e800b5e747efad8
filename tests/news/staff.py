"""Who works at the news desk, and what they may do where."""

from django.contrib.auth.models import Group, Permission, User
from django.test import Client
from wagtail.models import GroupPagePermission, Page
from wagtail.users.models import UserProfile

EDITING = ("add_page", "change_page")
PUBLISHING = (*EDITING, "publish_page")


def chief(language: str = "en") -> User:
    """A superuser who reads the admin in that language."""
    return reading(User.objects.create_superuser("chief", "chief@example.invalid", "x"), language)


def reading(user: User, language: str) -> User:
    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": language})
    return user


def group(name: str, *permissions: str, below: Page | None = None) -> Group:
    """A group that may enter the admin; `permissions` hold below a page, or of models where no
    page is given."""
    made = Group.objects.create(name=name)
    made.permissions.add(Permission.objects.get(codename="access_admin"))
    for codename in permissions:
        permission = Permission.objects.get(codename=codename)
        if below is None:
            made.permissions.add(permission)
        else:
            GroupPagePermission.objects.create(group=made, page=below, permission=permission)
    return made


def member(*groups: Group, name: str = "") -> User:
    """Somebody of these groups and of no other."""
    user = User.objects.create_user(name or f"member of {groups[0]}"[:150])
    user.groups.add(*groups)
    return reading(user, "en")


def logged_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client
