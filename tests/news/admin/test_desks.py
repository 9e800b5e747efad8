import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from tests.making import SmallSite, below
from tests.news.staff import chief, group, logged_in, member
from wagtail_prcouncil.news.models import SectionDesk, SectionPage


def test_a_section_gets_its_desk(site: SmallSite) -> None:
    client, made = logged_in(chief()), group("desk")
    lower = below(site.section, SectionPage, title="یزد", slug="yazd")
    add = reverse("prcouncil_section_desks:add")
    html = client.get(add).content.decode()
    assert ">\u2003یزد</option>" in html
    response = client.post(add, {"section": lower.pk, "group": made.pk})
    assert response.status_code == 302
    desk = SectionDesk.objects.get()
    assert (desk.section, desk.group) == (lower, made)
    html = client.get(reverse("prcouncil_section_desks:index")).content.decode()
    assert "یزد" in html
    assert made.name in html


def test_one_section_has_one_desk(site: SmallSite) -> None:
    client = logged_in(chief())
    SectionDesk.objects.create(section=site.section, group=group("desk"))
    response = client.post(
        reverse("prcouncil_section_desks:add"),
        {"section": site.section.pk, "group": Group.objects.get(name="desk").pk},
    )
    assert response.status_code == 200
    assert SectionDesk.objects.count() == 1


@pytest.mark.parametrize("nonsense", ["abc", "9" * 20, "-1", "\0"])
def test_no_key_is_told_beside_its_field(site: SmallSite, nonsense: str) -> None:
    client = logged_in(chief())
    words = {"section": nonsense, "group": nonsense}
    response = client.post(reverse("prcouncil_section_desks:add"), words)
    assert response.status_code == 200
    assert set(response.context["form"].errors) == {"section", "group"}


def test_desks_are_for_administrators(site: SmallSite) -> None:
    client = logged_in(member(group("editors", "add_page", below=site.index)))
    assert client.get(reverse("prcouncil_section_desks:index")).status_code == 302
