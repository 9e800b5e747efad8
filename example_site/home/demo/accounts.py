"""Logins of the demo, with passwords of this machine alone."""

import secrets
from pathlib import Path

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from wagtail.models import GroupApprovalTask

from wagtail_prcouncil.pages.models import WorkGroup

# user name → the work group it is in; None: may do everything
DESK = WorkGroup.Kind.DESK_CHIEF
ACCOUNTS = {
    "administrator": None,
    "editor": DESK,
    "moderator": WorkGroup.Kind.MODERATOR,
}


def make_accounts(file: Path) -> None:
    """Make the accounts that are missing and note their passwords in `file`, readable by its
    owner only. Accounts that exist keep their passwords."""
    users = get_user_model().objects
    noted = dict(line.split() for line in file.read_text().splitlines()) if file.exists() else {}
    for name, kind in ACCOUNTS.items():
        if users.filter(username=name).exists():
            continue
        noted[name] = secrets.token_urlsafe(9)
        if kind is None:
            users.create_superuser(name, f"{name}@example.invalid", noted[name])
        else:
            user = users.create_user(name, f"{name}@example.invalid", noted[name])
            user.groups.set(Group.objects.filter(pk=WorkGroup.objects.get(kind=kind).group_id))
    # Reporters submit to the workflow that Wagtail makes; in the demo the desk decides in it.
    for task in GroupApprovalTask.objects.all():
        task.groups.add(*Group.objects.filter(pk=WorkGroup.objects.get(kind=DESK).group_id))
    file.touch(mode=0o600)
    file.write_text("".join(f"{name:15} {password}\n" for name, password in noted.items()))
