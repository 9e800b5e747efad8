from django.contrib.auth.models import User
from django.core import mail
from wagtail.models import GroupApprovalTask, Workflow, WorkflowTask

from tests.making import SmallSite, draft_news
from tests.news.staff import group, member
from wagtail_prcouncil.news.models import SectionDesk, SectionDeskTask


def reader(name: str) -> User:
    user = member(group(name), name=name)
    user.email = f"{name}@example.invalid"
    user.save()
    return user


def submit(site: SmallSite, task: SectionDeskTask | GroupApprovalTask, user: User) -> None:
    workflow = Workflow.objects.create(name=task.name)
    WorkflowTask.objects.create(workflow=workflow, task=task)
    page = draft_news(site)
    page.save_revision()
    workflow.start(page, user)


def recipients() -> list[str]:
    return sorted(address for letter in mail.outbox for address in letter.to)


def test_the_desk_is_written_to_and_nobody_else(site: SmallSite) -> None:
    desk, other = reader("desk"), reader("other")
    SectionDesk.objects.create(section=site.section, group=desk.groups.get())
    task = SectionDeskTask.objects.create(name="desks")
    task.groups.add(other.groups.get())
    submit(site, task, other)
    assert recipients() == ["desk@example.invalid"]


def test_who_sends_it_themselves_gets_no_letter(site: SmallSite) -> None:
    desk = reader("desk")
    SectionDesk.objects.create(section=site.section, group=desk.groups.get())
    submit(site, SectionDeskTask.objects.create(name="desks"), desk)
    assert recipients() == []


def test_other_steps_are_left_to_wagtail(site: SmallSite) -> None:
    other = reader("other")
    task = GroupApprovalTask.objects.create(name="look")
    task.groups.add(other.groups.get())
    submit(site, task, reader("reporter"))
    assert recipients() == ["other@example.invalid"]
