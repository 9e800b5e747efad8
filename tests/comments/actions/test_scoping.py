import pytest
from django.contrib.auth.models import Group, Permission, User
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from wagtail.models import ModelLogEntry, Page

from tests.comments.making import moderator
from tests.making import SmallSite
from wagtail_prcouncil.comments.actions.scoping import set_scopes
from wagtail_prcouncil.comments.models import ModerationScope
from wagtail_prcouncil.pages.actions import give_permissions
from wagtail_prcouncil.pages.models import GivenPermission, WorkGroup


def test_a_group_moderates_what_was_said_last(site: SmallSite) -> None:
    group = Group.objects.create(name="میز آب")
    set_scopes(group, [site.index, site.section])
    made = set_scopes(group, [site.index, site.index_en])
    assert [scope.page_id for scope in made] == [site.index_en.pk]
    held = set(group.moderation_scopes.values_list("page", flat=True))
    assert held == {site.index.pk, site.index_en.pk}
    assert set_scopes(group, [site.index, site.index_en]) == []
    assert logged(group) == 2, "what changes nothing is not logged"


def logged(group: Group) -> int:
    entries = ModelLogEntry.objects.filter(action="prcouncil_comments.set_scopes")
    return entries.filter(object_id=str(group.pk)).count()


def test_who_may_not_change_groups_widens_none(site: SmallSite) -> None:
    user = moderator(site.index)
    with pytest.raises(PermissionDenied):
        set_scopes(user.groups.get(), [site.home], by=user)
    user.groups.get().permissions.add(Permission.objects.get(codename="change_group"))
    assert set_scopes(user.groups.get(), [site.home], by=User.objects.get(pk=user.pk))


@pytest.fixture
def moderators(db: None) -> Group:
    return WorkGroup.objects.get(kind=WorkGroup.Kind.MODERATOR).group


def test_a_new_work_group_of_moderators_moderates_everything(moderators: Group) -> None:
    root = Page.objects.get(depth=1)
    assert list(moderators.moderation_scopes.values_list("page", flat=True)) == [root.pk]


def test_what_a_site_has_narrowed_stays_narrow(moderators: Group, site: SmallSite) -> None:
    set_scopes(moderators, [site.section])
    call_command("migrate", verbosity=0)
    assert moderators.moderation_scopes.get().page_id == site.section.pk


def test_a_group_that_is_older_than_the_app_gets_its_scope_with_its_rights(
    moderators: Group,
) -> None:
    ModerationScope.objects.all().delete()
    label = "prcouncil_comments"
    GivenPermission.objects.filter(permission__content_type__app_label=label).delete()
    assert f"{label}.moderate_readercomment" in give_permissions()
    assert moderators.moderation_scopes.get().page.is_root()
    assert logged(moderators) == 2, "once when the group was made, and now"
