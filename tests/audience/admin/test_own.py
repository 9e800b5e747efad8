from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupPagePermission

from tests.audience.making import viewed
from tests.making import SmallSite, live_news
from wagtail_prcouncil.audience.admin.own import worked_with
from wagtail_prcouncil.audience.models import ViewCount


def test_counts_of_what_one_works_with_in_any_language(site: SmallSite) -> None:
    other, page = live_news(site), live_news(site)
    live_news(site, english_of=page)
    for one in (other, page):
        viewed(one, 1)
    user = get_user_model().objects.create_user("editor")
    group = Group.objects.create(name="desk")
    user.groups.add(group)
    assert not worked_with(ViewCount.objects.all(), user)
    change = Permission.objects.get(codename="change_page")
    GroupPagePermission.objects.create(group=group, page=site.index_en, permission=change)
    user = get_user_model().objects.get(pk=user.pk)
    assert worked_with(ViewCount.objects.all(), user).get().page_id == page.pk
    user.is_superuser = True
    assert worked_with(ViewCount.objects.all(), user).count() == 2
