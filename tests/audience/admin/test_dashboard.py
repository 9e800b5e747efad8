import datetime as dt

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import GroupPagePermission, Page

from tests.audience.making import known
from tests.making import SmallSite, live_news
from wagtail_prcouncil.audience.actions import cast_vote
from wagtail_prcouncil.audience.admin.dashboard import MOST, ReasonsPanel, new_reasons
from wagtail_prcouncil.audience.models import UsefulnessVote

PANEL = 'id="prcouncil-reasons'


def _desk(page: Page, *codenames: str) -> Client:
    """An editor of what lies below the page."""
    group = Group.objects.create(name="desk")
    group.permissions.set(Permission.objects.filter(codename__in=["access_admin", *codenames]))
    change = Permission.objects.get(codename="change_page")
    GroupPagePermission.objects.create(group=group, page=page, permission=change)
    user = get_user_model().objects.create_user("editor")
    user.groups.add(group)
    client = Client()
    client.force_login(user)
    return client


def test_new_reasons_reach_the_desk_of_the_item(site: SmallSite) -> None:
    page, old = live_news(site, title="گزارش آب"), live_news(site)
    cast_vote(known(page), is_useful=False, reason="نشانی نداشت", by="one")
    cast_vote(known(page), is_useful=True, by="two")
    cast_vote(known(old), is_useful=False, reason="کهنه بود", by="three")
    past = UsefulnessVote.objects.get(item=old.translation_key)
    past.voted_at -= dt.timedelta(days=8)
    past.save()
    shown = _desk(site.index, "view_usefulnessvote").get("/admin/").content.decode()
    assert PANEL in shown
    assert "نشانی نداشت" in shown
    assert f"/admin/pages/{page.pk}/edit/" in shown
    assert "کهنه بود" not in shown
    assert "reports/readers/reasons/?voted_at_from=" in shown


def test_other_desks_are_told_nothing(site: SmallSite) -> None:
    cast_vote(known(live_news(site)), is_useful=False, reason="نشانی نداشت", by="one")
    assert PANEL not in _desk(site.index_en, "view_usefulnessvote").get("/admin/").content.decode()


def test_whoever_may_not_read_reasons_gets_none(site: SmallSite) -> None:
    cast_vote(known(live_news(site)), is_useful=False, reason="نشانی نداشت", by="one")
    assert PANEL not in _desk(site.index).get("/admin/").content.decode()


def test_many_reasons_cost_as_many_queries_as_one(admin_user: object, site: SmallSite) -> None:
    page = known(live_news(site))

    def queries() -> int:
        request = type("Request", (), {"user": admin_user})()
        with CaptureQueriesContext(connection) as asked:
            context = ReasonsPanel(request).get_context_data()
            assert len(context["reasons"]) <= MOST
        return len(asked)

    cast_vote(page, is_useful=True, reason="روشن بود", by="one")
    one = queries()
    for number in range(8):
        cast_vote(page, is_useful=True, reason="روشن بود", by=str(number))
    assert queries() == one == 2
    assert new_reasons(admin_user).count() == 9
