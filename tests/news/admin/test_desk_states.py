import datetime as dt

import pytest
from django.utils import timezone
from wagtail.models import GroupApprovalTask, Workflow, WorkflowTask

from tests.making import SmallSite, draft_news, live_news
from tests.news.staff import chief
from wagtail_prcouncil.news.admin.desk_states import DeskState, in_state, states_of
from wagtail_prcouncil.news.models import NewsPage
from wagtail_prcouncil.news.states import UpdateKind

TOMORROW = dt.timedelta(days=1)


def scheduled(site: SmallSite) -> NewsPage:
    page = draft_news(site, go_live_at=timezone.now() + TOMORROW)
    page.save_revision().publish()
    return page


def in_review(site: SmallSite) -> NewsPage:
    workflow = Workflow.objects.create(name="review")
    task = GroupApprovalTask.objects.create(name="look")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    page = draft_news(site)
    page.save_revision()
    workflow.start(page, chief())
    return page


def retracted(site: SmallSite) -> NewsPage:
    page = live_news(site)
    page.update_kind, page.update_note = UpdateKind.RETRACTION, "نادرست بود."
    page.save_revision().publish()
    return page


def changed(site: SmallSite) -> NewsPage:
    page = live_news(site)
    page.save_revision()
    return page


def withdrawn(site: SmallSite) -> NewsPage:
    page = live_news(site)
    page.unpublish()
    return page


def expired(site: SmallSite) -> NewsPage:
    page = live_news(site)
    page.unpublish(set_expired=True)
    return page


CASES = {
    "draft": (draft_news, [DeskState.DRAFT]),
    "in review": (in_review, [DeskState.IN_REVIEW]),
    "scheduled": (scheduled, [DeskState.SCHEDULED]),
    "embargoed": (
        lambda site: live_news(site, embargoed_until=timezone.now() + TOMORROW),
        [DeskState.EMBARGOED],
    ),
    "past embargo": (
        lambda site: live_news(site, embargoed_until=timezone.now() - TOMORROW),
        [DeskState.PUBLISHED],
    ),
    "published": (live_news, [DeskState.PUBLISHED]),
    "changed": (changed, [DeskState.PUBLISHED, DeskState.CHANGED]),
    "retracted": (retracted, [DeskState.RETRACTED]),
    "withdrawn": (withdrawn, [DeskState.WITHDRAWN]),
    "expired": (expired, [DeskState.EXPIRED]),
}


@pytest.mark.parametrize("case", CASES)
def test_an_item_s_states_are_those_it_is_found_by(site: SmallSite, case: str) -> None:
    make, states = CASES[case]
    page = NewsPage.objects.get(pk=make(site).pk)
    assert states_of(page) == states
    found = {state for state in DeskState if in_state(NewsPage.objects.all(), state)}
    assert found == set(states)
