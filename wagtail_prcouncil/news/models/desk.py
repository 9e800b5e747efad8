from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from django import forms
from django.contrib.auth.models import AbstractBaseUser, Group
from django.db import models, transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogContext
from wagtail.models import Page, Task, TaskState, WorkflowState

from wagtail_prcouncil.fields import hand_over_or_go
from wagtail_prcouncil.news.models.listing import SectionPage


class SectionDeskQuerySet(models.QuerySet["SectionDesk"]):
    def groups_by_section(self, section_ids: Iterable[int]) -> dict[int, int]:
        """For each section, in whichever language, the group of its desk or of the nearest desk
        above it; sections that no desk is over are left out. Desks are those of originals (rule
        A18), which is where a draft's section goes when it is published. Two queries."""
        desks = dict(self.values_list("section__path", "group_id"))
        paths = SectionPage.objects.tree().original_paths(section_ids)
        found = {}
        for pk, path in paths.items():
            above = (path[:end] for end in range(len(path), 0, -Page.steplen))
            group = next((desks[step] for step in above if step in desks), None)
            if group is not None:
                found[pk] = group
        return found


class SectionDesk(models.Model):
    """میز سرویس: the group that reviews what is filed under a section and those below it."""

    section = models.OneToOneField(
        SectionPage, verbose_name=_("section"), on_delete=hand_over_or_go, related_name="+"
    )
    group = models.ForeignKey(
        Group, verbose_name=_("group"), on_delete=models.CASCADE, related_name="+"
    )

    objects = SectionDeskQuerySet.as_manager()

    class Meta:
        verbose_name = _("section desk")
        verbose_name_plural = _("section desks")

    def __str__(self) -> str:
        return f"{self.section}: {self.group}"


class SectionDeskTask(Task):
    """A step of a workflow at which an item waits for the desk of its section.

    Its latest draft says which section: refiled while it waits, it goes on to the other desk.
    `groups` review what has no desk: items without a section or with none over it, other pages.
    No subclass of Wagtail's group approval, which would write to `groups` only.
    """

    groups = models.ManyToManyField(
        Group,
        verbose_name=_("groups"),
        blank=True,
        help_text=_("They review what no section desk is responsible for."),
    )

    admin_form_fields: ClassVar[list[str]] = [*Task.admin_form_fields, "groups"]
    admin_form_widgets: ClassVar[dict[str, Any]] = {"groups": forms.CheckboxSelectMultiple}

    class Meta:
        verbose_name = _("section desk review")
        verbose_name_plural = _("section desk reviews")

    @classmethod
    def get_description(cls) -> str:
        return gettext(
            "The desk of the article's section approves it. The groups chosen below approve what "
            "has no desk."
        )

    def groups_for(self, items: Iterable[int]) -> dict[int, set[int]]:
        """For each of these page keys the groups that review it. Four queries."""
        items = list(items)
        sections = _sections_in_drafts(items)
        desks = SectionDesk.objects.groups_by_section(sections.values())
        others = set(self.groups.values_list("pk", flat=True))
        return {
            key: {desks[sections[key]]} if sections.get(key) in desks else others for key in items
        }

    def reviewed_by(self, item: models.Model, user: Any) -> bool:
        """Whether the item waits for this user among others."""
        if not isinstance(item, Page):
            return bool(set(self.groups.values_list("pk", flat=True)) & _groups_of(user))
        return bool(self.groups_for([item.pk])[item.pk] & _groups_of(user))

    def start(self, workflow_state: WorkflowState, user: AbstractBaseUser | None = None) -> Any:
        """Takes a lock off whose holder may not review, as Wagtail's group approval does."""
        item = workflow_state.content_object
        holder = getattr(item, "locked_by", None)
        if holder is not None and not self.user_can_access_editor(item, holder):
            item.locked, item.locked_by, item.locked_at = False, None, None
            item.save(update_fields=["locked", "locked_by", "locked_at"])
        return super().start(workflow_state, user=user)

    def user_can_access_editor(self, obj: models.Model, user: Any) -> bool:
        return user.is_superuser or self.reviewed_by(obj, user)

    def locked_for_user(self, obj: models.Model, user: Any) -> bool:
        return not self.user_can_access_editor(obj, user)

    def user_can_lock(self, obj: models.Model, user: Any) -> bool:
        return self.reviewed_by(obj, user)

    def get_actions(self, obj: models.Model, user: Any) -> list[tuple[str, str, bool]]:
        if not self.user_can_access_editor(obj, user):
            return []
        return [
            ("reject", gettext("Request changes"), True),
            ("approve", gettext("Approve"), False),
            ("approve", gettext("Approve with comment"), True),
        ]

    @transaction.atomic
    def on_action(self, task_state: TaskState, user: Any, action_name: str, **kwargs: Any) -> Any:
        """The desk's approval is the leave to publish: at the end of a workflow Wagtail asks for a
        permission that holds for the whole index, which a desk of one section need not have."""
        if action_name != "approve":
            return super().on_action(task_state, user, action_name, **kwargs)
        with LogContext(user=user):
            task_state.approve(user=user, update=False, **kwargs)
            return task_state.workflow_state.update()

    def get_task_states_user_can_moderate(
        self, user: Any, **kwargs: Any
    ) -> models.QuerySet[TaskState]:
        waiting: models.QuerySet[TaskState] = self.task_states.filter(
            status=TaskState.STATUS_IN_PROGRESS
        )
        if user.is_superuser:
            return waiting
        items = dict(waiting.values_list("pk", "workflow_state__object_id"))
        keys = {state: int(key) for state, key in items.items() if key.isdecimal()}
        groups, own = self.groups_for(keys.values()), _groups_of(user)
        return waiting.filter(pk__in=[state for state, key in keys.items() if groups[key] & own])


def _sections_in_drafts(items: Sequence[int]) -> dict[int, int]:
    """Under which section the latest draft files each page; pages of other types are left out."""
    drafts = Page.objects.filter(pk__in=items).order_by("pk")
    found = drafts.values_list("pk", "latest_revision__content__section")
    return {pk: section for pk, section in found if isinstance(section, int)}


def _groups_of(user: Any) -> set[int]:
    """Asked once for each user and request, as permissions are."""
    if not hasattr(user, "_prcouncil_groups"):
        user._prcouncil_groups = set(user.groups.values_list("pk", flat=True))
    known: set[int] = user._prcouncil_groups
    return known
