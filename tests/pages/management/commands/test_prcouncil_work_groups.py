from io import StringIO

from django.contrib.auth.models import Group
from django.core.management import call_command

from wagtail_prcouncil.pages.models import WorkGroup


def test_the_command_makes_what_is_missing(db: None) -> None:
    WorkGroup.objects.all().delete()
    Group.objects.all().delete()
    said = StringIO()
    call_command("prcouncil_work_groups", stdout=said)
    assert WorkGroup.objects.exclude(group=None).count() == len(WorkGroup.Kind)
    lines = said.getvalue().splitlines()
    permissions = [line for line in lines if line.startswith("+ prcouncil_")]
    assert "+ prcouncil_directory.add_agency" in permissions
    assert len(lines) - len(permissions) == len(WorkGroup.Kind)


def test_the_command_says_when_there_is_nothing_to_make(db: None) -> None:
    said = StringIO()
    call_command("prcouncil_work_groups", stdout=said)
    assert "Nothing to make" in said.getvalue()
