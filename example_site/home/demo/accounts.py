"""Logins of the demo, with passwords of this machine alone."""

import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupApprovalTask, GroupPagePermission

from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.directory.models import Agency
from wagtail_prcouncil.meetings.models import Reporter
from wagtail_prcouncil.news.models import SectionDesk
from wagtail_prcouncil.pages.models import WorkGroup

Kind = WorkGroup.Kind


class Account(NamedTuple):
    """A login: its work group (None may do everything), what it is for, the slug of the council
    that it keeps alone, the code of the agency that it reports for, and whether it sits at a
    section desk as well."""

    name: str
    kind: Kind | None
    purpose: str
    council: str = ""
    agency: str = ""
    at_a_desk: bool = False


ACCOUNTS = (
    Account("administrator", None, "may do everything"),
    Account("editor", Kind.DESK_CHIEF, "chief of the news desk: writes, publishes, retracts"),
    Account("reporter", Kind.EDITOR, "writes, and submits for review; cannot publish"),
    Account(
        "desk", Kind.EDITOR, "member of a section desk: approves what it is given", at_a_desk=True
    ),
    Account("moderator", Kind.MODERATOR, "moderates readers' comments"),
    Account("secretary", Kind.COUNCIL_SECRETARY, "keeps the seats of all councils"),
    Account("fars", Kind.COUNCIL_SECRETARY, "keeps the seats of one council", "fars-council"),
    Account(
        "agency",
        Kind.AGENCY_REPORTER,
        "reports for one agency: what it owes, and what it is asked to sign",
        agency="environment",
    ),
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
            for agency in Agency.objects.filter(code=account.agency).exclude(code=""):
                Reporter.objects.create(user=user, agency=agency)
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
    work_group = WorkGroup.objects.select_related("group").get(kind=account.kind).group
    if account.council and work_group is not None:
        return [_keepers_of(account.council, work_group)]
    keys = [work_group.pk if work_group else None]
    desk = SectionDesk.objects.order_by("pk").first() if account.at_a_desk else None
    if desk is not None:
        keys.append(desk.group_id)
    return list(Group.objects.filter(pk__in=keys))


def _keepers_of(slug: str, like: Group) -> Group:
    """Those who may what the work group may, in the pages of one council alone."""
    group, is_new = Group.objects.get_or_create(name=f"دبیران {slug}")
    if is_new:
        group.permissions.set(like.permissions.all())
        change = Permission.objects.get(
            content_type__app_label="wagtailcore", codename="change_page"
        )
        for page in CouncilPage.objects.filter(slug=slug):
            GroupPagePermission.objects.create(group=group, page=page, permission=change)
    return group


def _lines(noted: dict[str, str]) -> Iterator[str]:
    """Name, password and what the login is for."""
    purposes = {account.name: account.purpose for account in ACCOUNTS}
    for name, password in noted.items():
        yield f"{name:15} {password:14} {purposes.get(name, '')}".rstrip() + "\n"
