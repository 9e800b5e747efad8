"""Outgoing mail in the admin: what was told, about what, when, and whether it went."""

import datetime as dt
from typing import Any

import django_filters
from django import forms
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils import dateformat, timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, Table
from wagtail.admin.views import generic

from wagtail_prcouncil.outbox.grounds import event_of, registered_grounds, subjects_of
from wagtail_prcouncil.outbox.models import Message
from wagtail_prcouncil.outbox.policies import MESSAGES
from wagtail_prcouncil.persian.dates import format_datetime

WAITING, SENT, GIVEN_UP = "waiting", "sent", "given_up"
STATES = {
    WAITING: (_("waiting"), Q(sent_at=None, given_up_at=None)),
    SENT: (_("sent"), Q(sent_at__isnull=False)),
    GIVEN_UP: (_("given up"), Q(given_up_at__isnull=False)),
}


def state_of(message: Message) -> str:
    if message.given_up_at:
        return GIVEN_UP
    return SENT if message.sent_at else WAITING


def moment_as_read(moment: dt.datetime | None) -> str:
    """«یکشنبه ۱ آذر ۱۴۰۵ - ۱۰:۰۰» for Persian editors; a dash for none."""
    if moment is None:
        return "–"
    if (get_language() or "").startswith("fa"):
        return format_datetime(moment)
    return dateformat.format(timezone.localtime(moment), "j F Y, H:i")


class MessageFilterSet(WagtailFilterSet):
    """By what became of it."""

    state = django_filters.MultipleChoiceFilter(
        label=_("State"),
        choices=[(name, label) for name, (label, _rows) in STATES.items()],
        widget=forms.CheckboxSelectMultiple,
        method="by_state",
    )

    class Meta:
        model = Message
        fields: tuple[str, ...] = ()

    def by_state(self, rows: QuerySet[Message], name: str, states: list[str]) -> QuerySet[Message]:
        wanted = Q(pk__in=())
        for state in states:
            wanted |= STATES[state][1]
        return rows.filter(wanted) if states else rows


class SubjectColumn(Column):
    """What a message is about, with a link where an editor finds it."""

    cell_template_name = "prcouncil_outbox/subject_cell.html"


class StateColumn(Column):
    """What became of it, and why it was not sent."""

    cell_template_name = "prcouncil_outbox/state_cell.html"

    def get_cell_context_data(self, instance: Message, parent_context: Any) -> dict[str, Any]:
        context = super().get_cell_context_data(instance, parent_context)
        state = state_of(instance)
        return context | {"state": state, "label": STATES[state][0], "message": instance}


class MessageListing(generic.IndexView):
    """The latest first. An address stands there as long as the message waits: it is emptied when
    that is over."""

    page_title = _("Outgoing mail")
    any_permission_required = ("view",)
    default_ordering = "-pk"
    paginate_by = 50
    filterset_class = MessageFilterSet
    list_display = (
        Column("event", label=_("What"), accessor="told_event"),
        SubjectColumn("subject", label=_("About"), accessor="told_subject"),
        Column("to", label=_("To"), accessor=lambda row: row.to or "–"),
        Column("made_at", label=_("Written"), accessor=lambda row: moment_as_read(row.made_at)),
        StateColumn("state", label=_("State")),
        Column(
            "over_at",
            label=_("Sent or given up"),
            accessor=lambda row: moment_as_read(row.sent_at or row.given_up_at),
        ),
    )

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.is_export = False  # addresses leave as no file

    def get_base_queryset(self) -> QuerySet[Message]:
        return MESSAGES.seen_by(self.request.user)

    def get_table(self, object_list: Any) -> Table:
        rows, grounds = list(object_list), registered_grounds()
        subjects = subjects_of((row.about for row in rows), grounds)
        for row in rows:
            row.told_event = event_of(row.key, grounds)
            row.told_subject = subjects.get(row.about)
        return super().get_table(rows)

    def get_add_url(self) -> None:
        """Mail is written by what it tells of."""

    def get_edit_url(self, instance: Message) -> None:
        """Nothing of it is changed by hand."""

    def get_delete_url(self, instance: Message) -> None:
        """It goes by itself."""
