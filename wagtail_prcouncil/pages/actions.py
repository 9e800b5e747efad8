"""Giving a new site the groups its staff needs, and what each installed member has for them."""

from itertools import count

from django.apps import AppConfig, apps
from django.conf import settings
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission
from django.db import DEFAULT_DB_ALIAS, connections, router, transaction
from django.db.models import Model
from django.utils.translation import override
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from wagtail_prcouncil.apps import MemberConfig
from wagtail_prcouncil.pages.models import GivenPermission, WorkGroup

Kind = WorkGroup.Kind

# Whose permissions the groups hold.
APPS = ("auth", "contenttypes", "wagtailadmin", "wagtailcore", "wagtailimages", "wagtaildocs")

# Codenames given at the root of the page tree. A reporter gets none here: an administrator
# gives them their own unit's index, one row, since many rows slow the explorer down.
PAGE_PERMISSIONS: dict[str, tuple[str, ...]] = {
    Kind.EDITOR: ("add_page", "change_page"),
    Kind.DESK_CHIEF: (
        "add_page",
        "change_page",
        "publish_page",
        "lock_page",
        "unlock_page",
    ),
    Kind.COUNCIL_SECRETARY: ("add_page", "change_page"),
}
# (app label, codename) given at the root collection.
FILE_PERMISSIONS: dict[str, tuple[str, ...]] = {
    Kind.EDITOR: ("add_image", "change_image", "choose_image", "add_document", "choose_document"),
    Kind.DESK_CHIEF: (
        "add_image",
        "change_image",
        "delete_image",
        "choose_image",
        "add_document",
        "change_document",
        "delete_document",
        "choose_document",
    ),
    Kind.COUNCIL_SECRETARY: ("add_document", "choose_document", "choose_image"),
    Kind.AGENCY_REPORTER: ("add_image", "choose_image", "choose_document"),
}


def make_work_groups(*, using: str = DEFAULT_DB_ALIAS) -> list[WorkGroup]:
    """Make each work group that this database never had; return the new ones.

    Named in the site's language. Idempotent: a group that a site has renamed, changed or
    deleted is left alone, and so is a group of its own that happens to have the name. Does
    nothing before all that the groups refer to is migrated.
    """
    if not _is_migrated(using):
        return []
    root = Page.objects.using(using).filter(depth=1).first()
    if root is None:
        return []
    for config in _installed():
        create_permissions(config, verbosity=0, using=using)
    known = set(WorkGroup.objects.using(using).values_list("kind", flat=True))
    return [_make(kind, root, using) for kind in Kind if kind not in known]


def give_permissions(*, using: str = DEFAULT_DB_ALIAS) -> list[str]:
    """Give the work groups what the installed members name for them in `group_permissions`;
    return what is new ("prcouncil_directory.add_agency").

    Also to groups that are older than the member. Idempotent: each permission is given once, so
    one that a site took from a group stays away.
    """
    if not _is_migrated(using, GivenPermission):
        return []
    members = [config for config in apps.get_app_configs() if isinstance(config, MemberConfig)]
    given: list[str] = []
    for config in members:
        if not config.group_permissions or not _has_tables(config, using):
            continue
        create_permissions(config, verbosity=0, using=using)
        for row in WorkGroup.objects.using(using).exclude(group=None).select_related("group"):
            for codename in config.group_permissions.get(row.kind, ()):
                given += _give(row, config, codename, using)
    return given


def _give(row: WorkGroup, config: MemberConfig, codename: str, using: str) -> list[str]:
    """The permission's name, in a list that is empty when the group had it given before."""
    permission = _permission(codename, config.label, using)
    with transaction.atomic(using=using):
        records = GivenPermission.objects.using(using)
        _record, is_new = records.get_or_create(work_group=row, permission=permission)
        if is_new and row.group is not None:
            row.group.permissions.add(permission)
            config.on_given(row.group, codename, using)
    return [f"{config.label}.{codename}"] if is_new else []


def _has_tables(config: MemberConfig, using: str) -> bool:
    """Not yet, while another member alone is being migrated."""
    tables = {model._meta.db_table for model in config.get_models() if model._meta.managed}
    return tables <= set(connections[using].introspection.table_names())


def _is_migrated(using: str, own: type[Model] = WorkGroup) -> bool:
    """`migrate auth`, or another database of the site's, may know only some of the tables."""
    if not router.allow_migrate_model(using, own):
        return False
    models = [model for config in _installed() for model in config.get_models()]
    needed = {model._meta.db_table for model in [own, *models] if model._meta.managed}
    return needed <= set(connections[using].introspection.table_names())


def _installed() -> list[AppConfig]:
    """A site may do without Wagtail's images or documents."""
    return [apps.get_app_config(label) for label in APPS if label in apps.app_configs]


def _make(kind: WorkGroup.Kind, root: Page, using: str) -> WorkGroup:
    with transaction.atomic(using=using), override(settings.LANGUAGE_CODE):
        group = Group.objects.using(using).create(name=_free_name(str(kind.label), using))
        group.permissions.add(_permission("access_admin", "wagtailadmin", using))
        for codename in PAGE_PERMISSIONS.get(kind, ()):
            GroupPagePermission.objects.using(using).create(
                group=group, page=root, permission=_permission(codename, "wagtailcore", using)
            )
        collection = Collection.objects.using(using).filter(depth=1).first()
        for codename in FILE_PERMISSIONS.get(kind, ()) if collection else ():
            app = "wagtailimages" if codename.endswith("image") else "wagtaildocs"
            if app not in apps.app_configs:
                continue
            GroupCollectionPermission.objects.using(using).create(
                group=group, collection=collection, permission=_permission(codename, app, using)
            )
        return WorkGroup.objects.using(using).create(kind=kind, group=group)


def _free_name(label: str, using: str) -> str:
    """The label, or with a number: a group of that name may mean something else on the site."""
    taken = set(Group.objects.using(using).values_list("name", flat=True))
    names = (label if n == 1 else f"{label} ({n})" for n in count(1))
    return next(name for name in names if name not in taken)


def _permission(codename: str, app: str, using: str) -> Permission:
    return Permission.objects.using(using).get(codename=codename, content_type__app_label=app)
