"""What waits, on the dashboard."""

from typing import Any

from django.test import RequestFactory

from tests.charters.admin.desk import KEEPING, logged_in, place
from tests.charters.making import adopted, charter, draft
from tests.councils.making import council
from tests.councils.staff import group_for, member_of
from tests.making import SmallSite
from wagtail_prcouncil.charters.admin.dashboard import CharterPanel, Matter, add_panel
from wagtail_prcouncil.charters.rights import Right
from wagtail_prcouncil.councils.models.seat import today


def test_drafts_and_what_is_due_within_the_own_councils(
    site: SmallSite, rf: RequestFactory, django_assert_max_num_queries: Any
) -> None:
    mine, other = council(site), council(site)
    for home in (mine, other):
        draft(charter(home))
        one = adopted(charter(home)).charter
        type(one).objects.filter(pk=one.pk).update(review_due_on=today())
    keeper = member_of(group_for(mine, rights=KEEPING))
    request = rf.get("/")
    request.user = keeper
    panel = CharterPanel(request)
    lines = panel.get_context_data()["lines"]
    told = [(line.label, line.number, line.is_urgent) for line in lines]
    assert told == [(Matter.TO_REVISE.label, "۱", True), (Matter.DRAFTS.label, "۱", False)]
    client = logged_in(keeper)
    for line in lines:
        assert len(client.get(line.url).context["object_list"]) == 1, line.label
    assert place("index") in client.get("/admin/").content.decode()
    with django_assert_max_num_queries(1):
        panel.get_context_data()


def test_whoever_changes_no_charters_has_no_panel(site: SmallSite, rf: RequestFactory) -> None:
    request = rf.get("/")
    request.user = member_of(group_for(council(site), rights=[Right.VIEW]))
    panels: list[Any] = []
    add_panel(request, panels)
    assert panels == []
