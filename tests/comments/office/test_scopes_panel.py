import pytest
from django.contrib.auth.models import Group
from django.test import Client

from tests.making import SmallSite
from wagtail_prcouncil.comments.models import ModerationScope


@pytest.fixture
def desk(site: SmallSite) -> Group:
    group = Group.objects.create(name="میز آب")
    ModerationScope.objects.create(group=group, page=site.index)
    return group


def _sent(client: Client, group: Group, *pages: object, deleted: int = -1) -> object:
    """The group's form as the browser sends it."""
    shown = client.get(f"/admin/groups/edit/{group.pk}/")
    sent: dict[str, object] = {"name": group.name}
    for panel in shown.context["permission_panels"]:
        for field in getattr(panel, "management_form", ()):
            sent[field.html_name] = field.value()
    sent["moderation_scopes-TOTAL_FORMS"] = len(pages)
    for number, page in enumerate(pages):
        sent[f"moderation_scopes-{number}-page"] = page
    if deleted >= 0:
        sent[f"moderation_scopes-{deleted}-DELETE"] = "on"
    return client.post(f"/admin/groups/edit/{group.pk}/", sent)


def test_the_form_of_a_group_says_where_it_moderates(
    admin_client: Client, desk: Group, site: SmallSite
) -> None:
    shown = admin_client.get(f"/admin/groups/edit/{desk.pk}/").content.decode()
    assert 'id="moderation-scopes' in shown
    assert _sent(admin_client, desk, site.index.pk, site.section.pk, deleted=0).status_code == 302
    assert desk.moderation_scopes.get().page_id == site.section.pk


@pytest.mark.parametrize("page", ["", "x", "9" * 30, "987654"])
def test_no_page_is_told_in_the_row(admin_client: Client, desk: Group, page: str) -> None:
    shown = _sent(admin_client, desk, desk.moderation_scopes.get().page_id, page)
    assert shown.status_code == 200
    assert desk.moderation_scopes.count() == 1


def test_a_page_twice_is_refused(admin_client: Client, desk: Group, site: SmallSite) -> None:
    shown = _sent(admin_client, desk, site.section.pk, site.section.pk)
    assert shown.status_code == 200
    assert desk.moderation_scopes.get().page_id == site.index.pk
