"""Telling a desk that an item waits for it."""

from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet
from wagtail.admin.mail import GroupApprovalTaskStateSubmissionEmailNotifier
from wagtail.models import TaskState

from wagtail_prcouncil.news.models import SectionDeskTask


class DeskNotifier(GroupApprovalTaskStateSubmissionEmailNotifier):
    """Wagtail's own letter, to those who review the item that a section desk task was begun for.
    Administrators review everything, and their desks are others': they get none."""

    def can_handle(self, instance: TaskState, **kwargs: Any) -> bool:
        return isinstance(instance, TaskState) and isinstance(
            instance.task.specific, SectionDeskTask
        )

    def get_recipient_users(self, task_state: TaskState, **kwargs: Any) -> QuerySet[Any]:
        key = int(task_state.workflow_state.object_id)
        groups = task_state.task.specific.groups_for([key])[key]
        members = get_user_model()._default_manager.filter(is_active=True)
        sender = kwargs.get("user")
        return members.filter(
            Q(pk__in=members.filter(groups__in=groups).values("pk")) & ~Q(pk=sender and sender.pk)
        )


notify_desk = DeskNotifier()
