from io import StringIO

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from wagtail.models import GroupCollectionPermission, GroupPagePermission

from wagtail_prcouncil.pages.actions import give_permissions, make_work_groups
from wagtail_prcouncil.pages.models import GivenPermission, WorkGroup


def permissions(kind: WorkGroup.Kind) -> set[str]:
    group = WorkGroup.objects.get(kind=kind).group
    rows = GroupPagePermission.objects.filter(group=group)
    return set(rows.values_list("permission__codename", flat=True))


def test_migrate_makes_every_group(db: None) -> None:
    assert set(WorkGroup.objects.values_list("kind", flat=True)) == set(WorkGroup.Kind.values)
    assert "publish_page" in permissions(WorkGroup.Kind.DESK_CHIEF)
    assert "publish_page" not in permissions(WorkGroup.Kind.EDITOR)
    assert permissions(WorkGroup.Kind.AGENCY_REPORTER) == set()
    for row in WorkGroup.objects.select_related("group"):
        assert row.group
        assert row.group.permissions.filter(codename="access_admin").exists()


def test_a_group_of_the_same_name_is_not_taken_over(db: None) -> None:
    """Wagtail makes "Editors" and "Moderators" itself, and a site may have groups of its own."""
    WorkGroup.objects.all().delete()
    theirs = Group.objects.get(name=Group.objects.latest("pk").name)
    before = set(theirs.permissions.all())
    make_work_groups()
    assert not WorkGroup.objects.filter(group=theirs).exists()
    assert set(theirs.permissions.all()) == before
    assert Group.objects.filter(name=f"{theirs.name} (2)").exists()


def test_a_site_without_documents_gets_its_groups_too(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    WorkGroup.objects.all().delete()
    monkeypatch.delitem(apps.app_configs, "wagtaildocs")
    assert len(make_work_groups()) == len(WorkGroup.Kind)
    group = WorkGroup.objects.get(kind="editor").group
    rows = GroupCollectionPermission.objects.filter(group=group)
    assert set(rows.values_list("permission__content_type__app_label", flat=True)) == {
        "wagtailimages"
    }


def test_a_second_time_changes_nothing(db: None) -> None:
    Group.objects.filter(pk=WorkGroup.objects.get(kind="editor").group_id).update(name="دبیران")
    assert make_work_groups() == []
    assert WorkGroup.objects.get(kind="editor").group.name == "دبیران"


def test_a_group_that_the_site_deleted_stays_away(db: None) -> None:
    WorkGroup.objects.get(kind="moderator").group.delete()
    call_command("prcouncil_work_groups", stdout=StringIO())
    assert WorkGroup.objects.get(kind="moderator").group is None


def test_members_give_their_permissions_to_groups_that_are_older(db: None) -> None:
    """As when a feature is installed long after the site began."""
    group = WorkGroup.objects.get(kind="council_secretary").group
    group.permissions.clear()
    GivenPermission.objects.all().delete()
    given = give_permissions()
    assert "prcouncil_directory.change_agency" in given
    assert group.permissions.filter(codename="change_agency").exists()
    assert not group.permissions.filter(codename="delete_agency").exists()
    editors = WorkGroup.objects.get(kind="editor").group
    assert editors.permissions.filter(codename="view_agency").exists()
    assert not editors.permissions.filter(codename="change_agency").exists()
    assert give_permissions() == []


def test_what_a_site_took_away_stays_away(db: None) -> None:
    group = WorkGroup.objects.get(kind="council_secretary").group
    group.permissions.remove(*group.permissions.filter(codename="change_agency"))
    assert give_permissions() == []
    assert not group.permissions.filter(codename="change_agency").exists()


def test_a_member_that_was_taken_out_and_comes_again_gives_again(db: None) -> None:
    """`remove_stale_contenttypes` has deleted its permissions meanwhile."""
    group = WorkGroup.objects.get(kind="council_secretary").group
    ContentType.objects.get(app_label="prcouncil_directory", model="agency").delete()
    assert not group.permissions.filter(codename="change_agency").exists()
    ContentType.objects.clear_cache()
    assert "prcouncil_directory.change_agency" in give_permissions()
    assert group.permissions.filter(codename="change_agency").exists()
    assert give_permissions() == []


def test_a_deleted_group_gets_nothing(db: None) -> None:
    WorkGroup.objects.get(kind="desk_chief").group.delete()
    GivenPermission.objects.all().delete()
    assert "prcouncil_directory.change_province" in give_permissions()
    assert not GivenPermission.objects.filter(work_group__kind="desk_chief").exists()
