"""Logins of the demo, with passwords of this machine alone."""

import secrets
from pathlib import Path

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from wagtail_prcouncil.pages.models import WorkGroup

# user name → the work group it is in; None: may do everything
ACCOUNTS = {
    "administrator": None,
    "editor": WorkGroup.Kind.DESK_CHIEF,
    "moderator": WorkGroup.Kind.MODERATOR,
}


def make_accounts(file: Path) -> None:
    """Make the accounts that are missing and note their passwords in `file`, readable by its
    owner only. Accounts that exist keep their passwords."""
    users = get_user_model().objects
    for name, kind in ACCOUNTS.items():
        if users.filter(username=name).exists():
            continue
        password = secrets.token_urlsafe(9)
        if kind is None:
            users.create_superuser(name, f"{name}@example.invalid", password)
        else:
            user = users.create_user(name, f"{name}@example.invalid", password)
            user.groups.set(Group.objects.filter(pk=WorkGroup.objects.get(kind=kind).group_id))
        file.touch(mode=0o600)
        with file.open("a") as lines:
            lines.write(f"{name:15} {password}\n")
