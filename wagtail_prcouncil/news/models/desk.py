from django.contrib.auth.models import Group
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask

from wagtail_prcouncil.news.models.listing import SectionPage


class SectionDesk(models.Model):
    """میز سرویس: the group that reviews what is filed under a section and those below it."""

    section = models.OneToOneField(
        SectionPage, verbose_name=_("section"), on_delete=models.CASCADE, related_name="+"
    )
    group = models.ForeignKey(
        Group, verbose_name=_("group"), on_delete=models.CASCADE, related_name="+"
    )

    class Meta:
        verbose_name = _("section desk")
        verbose_name_plural = _("section desks")

    def __str__(self) -> str:
        return f"{self.section}: {self.group}"


class SectionDeskTask(AbstractGroupApprovalTask):
    """A step of a workflow at which an item waits for the desk of its section.

    `groups` review what has no desk: items without a section, and other pages.
    """

    class Meta:
        verbose_name = _("section desk review")
        verbose_name_plural = _("section desk reviews")
