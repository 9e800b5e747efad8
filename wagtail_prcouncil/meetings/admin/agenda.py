"""The second tab of the desk: the agenda as it stands, and its editions."""

from typing import Any, NamedTuple

from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.meetings.actions.itemising import is_changed
from wagtail_prcouncil.meetings.admin.reading import moment_as_read
from wagtail_prcouncil.meetings.admin.tabs import MeetingTab
from wagtail_prcouncil.meetings.mailing.wording import is_past
from wagtail_prcouncil.meetings.models import AgendaItem, Meeting
from wagtail_prcouncil.meetings.nesting import Placed, as_read
from wagtail_prcouncil.meetings.seen import DEEPEST
from wagtail_prcouncil.meetings.states import PRINTED, SETTLED, Outcome
from wagtail_prcouncil.meetings.transitions import Verb
from wagtail_prcouncil.pages.numerals import in_digits, in_numerals


class ItemShown(NamedTuple):
    """An item in words, `depth` levels deep; `can_hold` is whether others can be part of it."""

    item: AgendaItem
    depth: int
    who: str
    minutes: str
    documents: str
    is_settled: bool
    can_hold: bool


class EditionShown(NamedTuple):
    name: str
    at: str
    note: str


def badge(meeting: Meeting) -> str:
    """How many items there are."""
    count = meeting.items.count()
    return in_numerals(count) if count else ""


def is_untold(meeting: Meeting) -> bool:
    """Whether members know another agenda than this: items or papers have changed since. Of a
    meeting that is past nobody is told any more."""
    return is_told(meeting) and is_changed(meeting)


def is_told(meeting: Meeting) -> bool:
    """Whether members know an agenda, and would be told of another."""
    return meeting.agenda_status in PRINTED and not is_past(meeting)


class AgendaTab(MeetingTab):
    """Items with what can be done to each; the verbs that publish them."""

    slug = "agenda"
    verbs = (Verb.FINALISE_AGENDA, Verb.AMEND_AGENDA)
    template_name = "prcouncil_meetings/admin/agenda.html"
    page_title = _("Agenda")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = self.meeting.items.in_order().select_related("agency", "presenter", "carried_from")
        placed = as_read(rows.annotate(papers=Count("documents")))
        allotted = sum(one.item.minutes_allotted or 0 for one in placed if not one.depth)
        is_settled = self.meeting.minutes_status in SETTLED
        return super().get_context_data(**kwargs) | {
            "items": [_shown(one) for one in placed],
            "allotted": in_numerals(allotted) if allotted else "",
            "may_write": self.may("change") and not is_settled,
            "is_settled": is_settled,
            "is_printed": self.meeting.agenda_status in PRINTED,
            "is_untold": not is_settled and is_untold(self.meeting),
            "editions": self.editions(),
        }

    def editions(self) -> list[EditionShown]:
        """The latest first."""
        return [
            EditionShown(in_digits(row.number), moment_as_read(row.published_at), row.note)
            for row in self.meeting.editions.order_by("-number")
        ]


def _shown(placed: Placed) -> ItemShown:
    item = placed.item
    people = (item.presenter, item.agency)
    return ItemShown(
        item,
        placed.depth,
        " · ".join(one.name_as_read() for one in people if one is not None),
        in_numerals(item.minutes_allotted) if item.minutes_allotted else "",
        in_numerals(item.papers) if item.papers else "",
        item.outcome != Outcome.PENDING,
        placed.depth < DEEPEST - 1,
    )
