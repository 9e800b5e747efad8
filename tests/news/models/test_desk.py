"""At a section desk review each item waits for the desk of its section, and for no other."""

import datetime as dt
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry, Revision, TaskState, Workflow, WorkflowPage, WorkflowTask

from tests.making import SmallSite, below, draft_news
from tests.news.staff import EDITING, chief, group, logged_in, member
from wagtail_prcouncil.news.actions import refile_many
from wagtail_prcouncil.news.models import (
    NewsPage,
    Publication,
    SectionDesk,
    SectionDeskTask,
    SectionPage,
)


@pytest.fixture
def economy(site: SmallSite) -> SectionPage:
    return below(site.index, SectionPage, title="اقتصاد", slug="economy")


@pytest.fixture
def bank(economy: SectionPage) -> SectionPage:
    """Below the economy, without a desk of its own."""
    return below(economy, SectionPage, title="بانک", slug="bank")


@pytest.fixture
def desks(site: SmallSite, economy: SectionPage) -> dict[str, User]:
    """name: a member of each desk; "others" review what has none."""
    users = {}
    for name, section in (("provinces", site.section), ("economy", economy), ("others", None)):
        made: Group = group(name)
        if section is not None:
            SectionDesk.objects.create(section=section, group=made)
        users[name] = member(made, name=name)
        users[name].email = f"{name}@example.invalid"
        users[name].save()
    return users


@pytest.fixture
def task(site: SmallSite, desks: dict[str, User]) -> SectionDeskTask:
    """In the workflow of the whole news index."""
    task = SectionDeskTask.objects.create(name="میز سرویس")
    task.groups.add(Group.objects.get(name="others"))
    workflow = Workflow.objects.create(name="بازبینی خبر")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    WorkflowPage.objects.update_or_create(page=site.index, defaults={"workflow": workflow})
    return task


def submitted(site: SmallSite, **fields: Any) -> NewsPage:
    reporter = member(Group.objects.get_or_create(name="reporters")[0], name="reporter")
    page = draft_news(site, owner=reporter, **fields)
    page.save_revision()
    page = NewsPage.objects.get(pk=page.pk)
    page.get_workflow().start(page, reporter)
    return NewsPage.objects.get(pk=page.pk)


def reviewers(page: NewsPage, desks: dict[str, User]) -> list[str]:
    """Who finds it on the dashboard; the same people may open and approve it."""
    found = []
    for name, user in desks.items():
        user = User.objects.get(pk=user.pk)
        task = page.current_workflow_task
        waiting = TaskState.objects.reviewable_by(user).exists()
        assert task.user_can_access_editor(page, user) is waiting
        assert task.locked_for_user(page, user) is not waiting
        assert bool(task.get_actions(page, user)) is waiting
        assert page.permissions_for_user(user).can_edit() is waiting
        found += [name] * waiting
    return found


def approve(client: Client, page: NewsPage) -> Any:
    state = page.current_workflow_task_state
    url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk])
    return client.post(url)


def test_an_item_waits_for_the_desk_of_its_section(
    site: SmallSite, desks: dict[str, User], task: SectionDeskTask, economy: SectionPage
) -> None:
    assert reviewers(submitted(site, section=economy), desks) == ["economy"]


def test_or_for_the_nearest_desk_above_it(
    site: SmallSite, desks: dict[str, User], task: SectionDeskTask, bank: SectionPage
) -> None:
    page = submitted(site, section=bank)
    assert reviewers(page, desks) == ["economy"]
    SectionDesk.objects.create(section=bank, group=Group.objects.get(name="provinces"))
    assert reviewers(page, desks) == ["provinces"]


def test_filed_under_a_translation_it_waits_for_the_desk_of_the_original(
    site: SmallSite, desks: dict[str, User], task: SectionDeskTask
) -> None:
    """As the form of an English item files it: until it is published, the draft says so."""
    page = submitted(site)
    assert reviewers(page, desks) == ["provinces"]
    page.section = site.section_en
    page.save_revision(clean=False)
    draft = page.get_latest_revision()
    draft.content["section"] = site.section_en.pk
    draft.save()
    assert reviewers(NewsPage.objects.get(pk=page.pk), desks) == ["provinces"]


def test_what_has_no_desk_waits_for_the_groups_of_the_task(
    site: SmallSite, desks: dict[str, User], task: SectionDeskTask
) -> None:
    assert reviewers(submitted(site, section=None), desks) == ["others"]


def test_refiled_while_it_waits_it_goes_to_the_other_desk(
    site: SmallSite, desks: dict[str, User], task: SectionDeskTask, economy: SectionPage
) -> None:
    page = submitted(site, section=site.section)
    assert reviewers(page, desks) == ["provinces"]
    refile_many([page], section=economy, by=chief())
    assert reviewers(NewsPage.objects.get(pk=page.pk), desks) == ["economy"]


def test_an_administrator_reviews_everything(
    site: SmallSite, desks: dict[str, User], task: SectionDeskTask
) -> None:
    page, user = submitted(site), chief()
    assert TaskState.objects.reviewable_by(user).count() == 1
    assert len(task.get_actions(page, user)) == 3


def test_the_desk_is_written_to_and_the_others_are_not(
    site: SmallSite, desks: dict[str, User], task: SectionDeskTask, economy: SectionPage
) -> None:
    submitted(site, section=economy)
    assert [letter.to for letter in mail.outbox] == [["economy@example.invalid"]]


def test_approved_by_its_desk_it_goes_out_with_a_code(
    site: SmallSite,
    desks: dict[str, User],
    task: SectionDeskTask,
    economy: SectionPage,
    django_capture_on_commit_callbacks: Any,
) -> None:
    page = submitted(site, section=economy)
    approve(logged_in(desks["provinces"]), page)
    assert not NewsPage.objects.get(pk=page.pk).live
    with django_capture_on_commit_callbacks(execute=True):
        approve(logged_in(desks["economy"]), page)
    page = NewsPage.objects.get(pk=page.pk)
    assert page.live
    assert page.code
    assert page.published_at
    assert Publication.objects.get(page=page.pk).by == desks["economy"]
    assert PageLogEntry.objects.get(page=page.pk, action="wagtail.publish").user == desks["economy"]


def test_approved_with_a_schedule_it_goes_out_on_time_with_all_that_publishing_does(
    site: SmallSite, desks: dict[str, User], task: SectionDeskTask, economy: SectionPage
) -> None:
    page = submitted(site, section=economy, go_live_at=timezone.now() + dt.timedelta(hours=1))
    approve(logged_in(desks["economy"]), page)
    page = NewsPage.objects.get(pk=page.pk)
    assert not page.live
    assert page.approved_schedule
    past = timezone.now() - dt.timedelta(minutes=1)
    waiting = Revision.page_revisions.filter(approved_go_live_at__isnull=False)
    for revision in waiting:
        content = revision.content | {"go_live_at": past.isoformat()}
        waiting.filter(pk=revision.pk).update(approved_go_live_at=past, content=content)
    call_command("publish_scheduled")
    page = NewsPage.objects.get(pk=page.pk)
    assert page.live
    assert page.code
    assert page.published_at


def test_a_lock_of_somebody_who_may_not_review_comes_off(
    site: SmallSite, desks: dict[str, User], task: SectionDeskTask, economy: SectionPage
) -> None:
    for name, stays in (("provinces", False), ("economy", True)):
        page = draft_news(site, section=economy, locked=True, locked_by=desks[name])
        page.save_revision()
        task_state = page.get_workflow().start(page, None).current_task_state
        assert task_state.status == TaskState.STATUS_IN_PROGRESS
        assert NewsPage.objects.get(pk=page.pk).locked is stays


def test_the_work_of_the_dashboard_does_not_grow_with_what_waits(
    site: SmallSite,
    desks: dict[str, User],
    task: SectionDeskTask,
    economy: SectionPage,
    django_assert_max_num_queries: Any,
) -> None:
    for _n in range(9):
        page = draft_news(site, section=economy)
        page.save_revision()
        page.get_workflow().start(page, None)
    user = User.objects.get(username="economy")
    with django_assert_max_num_queries(12):
        assert TaskState.objects.reviewable_by(user).count() == 9


def test_the_task_can_be_made_in_the_settings_of_workflows(
    site: SmallSite, desks: dict[str, User]
) -> None:
    client = logged_in(chief())
    url = reverse("wagtailadmin_workflows:add_task", args=["prcouncil_news", "sectiondesktask"])
    assert (
        "They review what no section desk is responsible for." in client.get(url).content.decode()
    )
    others = Group.objects.get(name="others")
    client.post(url, {"name": "میز سرویس", "groups": [others.pk]})
    assert list(SectionDeskTask.objects.get().groups.all()) == [others]


def test_an_editor_with_a_page_permission_needs_the_desk_while_it_waits(
    site: SmallSite, desks: dict[str, User], task: SectionDeskTask, economy: SectionPage
) -> None:
    """As in Wagtail's own step: who edits the index may look, and changes nothing."""
    page = submitted(site, section=economy)
    editor = member(group("editors", *EDITING, below=site.index))
    permissions = page.permissions_for_user(editor)
    assert permissions.can_edit()
    assert permissions.page_locked()
