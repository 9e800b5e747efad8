"""The menu, and who may do what."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import NoReverseMatch, reverse
from wagtail.models import ModelLogEntry, Revision

from tests.directory.making import agency
from tests.directory.staff import address, logged_in, words_of
from wagtail_prcouncil.directory.models import Agency, Person, Province
from wagtail_prcouncil.pages.models import WorkGroup


def test_the_menu(admin: Client) -> None:
    text = admin.get(reverse("wagtailadmin_home")).content.decode()
    for model in ("agency", "person"):
        assert address("list", model=model) in text
    assert reverse("province:index") in text


def test_changes_are_kept_as_revisions_and_told_in_the_history(admin: Client) -> None:
    row = agency("آب")
    assert admin.post(address("edit", row), words_of(row, name="آب و برق")).status_code == 302
    assert Revision.objects.for_instance(row).count() == 1
    entry = ModelLogEntry.objects.for_instance(row).get(action="wagtail.edit")
    assert entry.revision_id
    for verb in ("history", "usage", "inspect"):
        assert admin.get(address(verb, row)).status_code == 200


def test_an_old_revision_is_shown_and_brought_back(admin: Client) -> None:
    row = agency("آب")
    for name in ("آب و برق", "آب و خاک"):
        admin.post(address("edit", row), words_of(row, name=name))
    first = Revision.objects.for_instance(row).order_by("pk").first()
    url = reverse(
        "wagtailsnippets_prcouncil_directory_agency:revisions_revert", args=[row.pk, first.pk]
    )
    assert "آب و برق" in admin.get(url).content.decode()
    name = "wagtailsnippets_prcouncil_directory_agency:revisions_compare"
    compared = admin.get(reverse(name, args=[row.pk, first.pk, "latest"]))
    assert compared.status_code == 200
    assert "خاک" in compared.content.decode()
    assert admin.post(address("edit", row), words_of(row, name="آب و برق")).status_code == 302
    assert Agency.objects.get(pk=row.pk).name == "آب و برق"


def test_names_of_provinces_can_be_put_right(admin: Client) -> None:
    qazvin = Province.objects.get(code="IR-26")
    url = reverse("province:edit", args=[qazvin.pk])
    words = {"name": "قزوين", "name_en": "Ghazvin", "code": "IR-99"}
    assert admin.post(url, words).status_code == 302
    qazvin.refresh_from_db()
    assert (qazvin.name, qazvin.name_en, qazvin.code) == ("قزوین", "Ghazvin", "IR-26")
    blank = admin.post(url, {"name": "", "name_en": ""})
    assert list(blank.context["form"].errors) == ["name"]


@pytest.mark.parametrize("verb", ["add", "delete", "copy"])
def test_no_province_is_added_or_taken_away(admin: Client, verb: str) -> None:
    with pytest.raises(NoReverseMatch):
        reverse(f"province:{verb}", args=[1] if verb != "add" else [])
    listing = admin.get(reverse("province:index"))
    assert len(listing.context["object_list"]) == 31
    row = Province.objects.get(code="IR-26")
    for url in (reverse("province:index"), reverse("province:edit", args=[row.pk])):
        text = admin.get(url).content.decode()
        assert "/new/" not in text
        assert "/delete/" not in text


def in_group(kind: str) -> Client:
    """Somebody whom the site put into one of its work groups, and nothing else."""
    member = User.objects.create_user(f"a-{kind}")
    member.groups.add(WorkGroup.objects.get(kind=kind).group)
    return logged_in(member)


@pytest.mark.parametrize(
    ("kind", "sees", "keeps"),
    [
        ("editor", True, False),
        ("agency_reporter", True, False),
        ("desk_chief", True, True),
        ("council_secretary", True, True),
        ("moderator", False, False),
    ],
)
def test_what_work_groups_may(db: None, kind: str, sees: bool, keeps: bool) -> None:
    row, member = agency(), in_group(kind)
    for model in ("agency", "person"):
        assert (member.get(address("list", model=model)).status_code == 200) is sees
        assert (member.get(address("add", model=model)).status_code == 200) is keeps
    assert (member.get(address("inspect", row)).status_code == 200) is sees
    assert (member.get(address("edit", row)).status_code == 200) is keeps
    assert (member.get(address("close", row)).status_code == 200) is keeps
    assert member.get(address("delete", row)).status_code == 302
    secretary = kind == "council_secretary"
    province = reverse("province:edit", args=[Province.objects.earliest("pk").pk])
    assert (member.get(province).status_code == 200) is secretary


def test_days_as_editors_read_them_where_they_may_only_look(admin: Client) -> None:
    row = agency(founded_on="2011-09-23", telephone="+98 21 5550")
    text = admin.get(address("inspect", row)).content.decode()
    assert "۱ مهر ۱۳۹۰" in text
    assert '<bdi dir="ltr">+98 21 5550</bdi>' in text
    assert "sort_key" not in text
    person = Person.objects.create(name="نمونه")
    assert "نمونه" in admin.get(address("inspect", person, "person")).content.decode()
