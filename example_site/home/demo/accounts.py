"""Logins of the demo, with passwords of this machine alone."""

import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from wagtail.models import GroupApprovalTask

from wagtail_prcouncil.news.models import SectionDesk
from wagtail_prcouncil.pages.models import WorkGroup

Kind = WorkGroup.Kind


class Account(NamedTuple):
    """A login: its work group (None may do everything), what it is for, and whether it sits at a
    section desk as well."""

    name: str
    kind: Kind | None
    purpose: str
    at_a_desk: bool = False


ACCOUNTS = (
    Account("administrator", None, "may do everything"),
    Account("editor", Kind.DESK_CHIEF, "chief of the news desk: writes, publishes, retracts"),
    Account("reporter", Kind.EDITOR, "writes, and submits for review; cannot publish"),
    Account("desk", Kind.EDITOR, "member of a section desk: approves what it is given", True),
    Account("moderator", Kind.MODERATOR, "moderates readers' comments"),
)


def make_accounts(file: Path) -> None:
    """Make the accounts that are missing and note their passwords in `file`, readable by its
    owner only. Accounts that exist keep their passwords."""
    users = get_user_model().objects
    noted = _passwords_in(file)
    for account in ACCOUNTS:
        name = account.name
        if users.filter(username=name).exists():
            continue
        noted[name] = secrets.token_urlsafe(9)
        if account.kind is None:
            users.create_superuser(name, f"{name}@example.invalid", noted[name])
        else:
            user = users.create_user(name, f"{name}@example.invalid", noted[name])
            user.groups.set(_groups_of(account))
    # The workflow that Wagtail makes asks its own moderators; in the demo the chief decides in it.
    for task in GroupApprovalTask.objects.all():
        task.groups.add(
            *Group.objects.filter(pk=WorkGroup.objects.get(kind=Kind.DESK_CHIEF).group_id)
        )
    file.touch(mode=0o600)
    file.write_text("".join(_lines(noted)))


def _passwords_in(file: Path) -> dict[str, str]:
    lines = file.read_text().splitlines() if file.exists() else []
    words = (line.split(maxsplit=2) for line in lines)
    return {name: password for name, password, *_purpose in words}


def _groups_of(account: Account) -> list[Group]:
    keys = [WorkGroup.objects.get(kind=account.kind).group_id]
    desk = SectionDesk.objects.order_by("pk").first() if account.at_a_desk else None
    if desk is not None:
        keys.append(desk.group_id)
    return list(Group.objects.filter(pk__in=keys))


def _lines(noted: dict[str, str]) -> Iterator[str]:
    """Name, password and what the login is for."""
    purposes = {account.name: account.purpose for account in ACCOUNTS}
    for name, password in noted.items():
        yield f"{name:15} {password:14} {purposes.get(name, '')}".rstrip() + "\n"
