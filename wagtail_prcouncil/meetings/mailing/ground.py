"""What the outbox's list says of mail of meetings, and to whom it shows it."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import CharField, Q, Value
from django.db.models.functions import Cast, Concat
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.meetings.admin.policies import MEETINGS, SEEING
from wagtail_prcouncil.meetings.models import Meeting
from wagtail_prcouncil.outbox.grounds import Ground, Subject

ABOUT = "meeting:"
EVENTS = {
    "invited": _("Invitation"),
    "postponed": _("Postponed"),
    "rescheduled": _("New time"),
    "cancelled": _("Cancelled"),
    "relocated": _("New place"),
    "join_changed": _("New address to join"),
    "agenda_published": _("Agenda published"),
    "agenda_amended": _("Agenda amended"),
    "report_requested": _("Report asked for"),
    "report_returned": _("Report returned"),
    "report_due_soon": _("Report due soon"),
    "report_overdue": _("Report overdue"),
    "minutes_circulated": _("Minutes circulated"),
    "minutes_approved": _("Minutes approved"),
    "assigned": _("Assignment given"),
    "due_soon": _("Assignment due soon"),
    "overdue": _("Assignment overdue"),
    "escalated": _("Overdue: to the head of the agency"),
    "tested": _("Test mail"),
}


def mail_ground() -> Ground:
    return Ground("meetings", EVENTS, subjects, seen_by)


def subjects(abouts: Iterable[str]) -> Mapping[str, Subject]:
    """Meetings by "meeting:17", each with its desk."""
    keys = [about.removeprefix(ABOUT) for about in abouts if about.startswith(ABOUT)]
    rows = Meeting.objects.filter(pk__in=[key for key in keys if key.isdigit()])
    return {
        f"{ABOUT}{row.pk}": Subject(
            row.page.title, reverse("prcouncil_meetings:notice", args=[row.pk])
        )
        for row in rows.select_related("page")
    }


def seen_by(user: Any) -> Q:
    """Mail about the meetings that the user sees."""
    rows = MEETINGS.instances_user_has_any_permission_for(user, SEEING).order_by()
    about = Concat(Value(ABOUT), Cast("pk", CharField()))
    return Q(about__in=rows.annotate(mail_about=about).values("mail_about"))
