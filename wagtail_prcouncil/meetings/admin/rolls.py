"""The form of who came: a line for each seat, all of them saved at once."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from django import forms
from django.db.models import Field
from django.forms.boundfield import BoundField
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.councils.admin.answers import VersionedForm
from wagtail_prcouncil.councils.models import Seat
from wagtail_prcouncil.meetings.actions.attending import Mark
from wagtail_prcouncil.meetings.actions.counting import counts_for_quorum, quorum_on_the_day
from wagtail_prcouncil.meetings.models import Attendance, Meeting
from wagtail_prcouncil.meetings.states import THERE, Presence
from wagtail_prcouncil.pages.numerals import in_numerals
from wagtail_prcouncil.ui.forms import form_field

ANSWERS: list[tuple[str, str | Promise]] = [
    (Presence.PRESENT, Presence.PRESENT.label),
    (Presence.ABSENT, Presence.ABSENT.label),
    (Presence.EXCUSED, Presence.EXCUSED.label),
    (Presence.REPRESENTED, _("a substitute came")),
]
"""As short as a line of a table wants them."""


def substitute(**said: Any) -> forms.Field:
    """A person of the register."""
    field = Attendance._meta.get_field("represented_by")
    made = form_field(field, **said) if isinstance(field, Field) else None
    return made or forms.Field(**said)


class Line(NamedTuple):
    """A seat on the roll, what is stored of it, and the two fields that speak of it."""

    seat: str
    who: str
    has_vote: bool
    said: str
    instead: str
    presence: BoundField
    represented_by: BoundField


class Council(NamedTuple):
    """Seats of one council."""

    title: str
    lines: list[Line]


class RollForm(VersionedForm):
    """`presence-<key>` and `represented_by-<key>` for each line of attendance."""

    def __init__(self, *args: Any, rows: Sequence[Attendance], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = rows
        for row in rows:
            words = {"seat": row.seat.name_as_read() if row.seat else ""}
            self.fields[f"presence-{row.pk}"] = forms.ChoiceField(
                label=gettext("Attendance: %(seat)s") % words,
                choices=_answers(row),
                initial=row.presence,
                widget=forms.RadioSelect,
            )
            self.fields[f"represented_by-{row.pk}"] = substitute(
                label=gettext("Represented by: %(seat)s") % words,
                initial=row.represented_by,
                required=False,
            )

    def marks(self) -> dict[int, Mark]:
        said = self.cleaned_data
        return {
            row.pk: Mark(said[f"presence-{row.pk}"], said[f"represented_by-{row.pk}"])
            for row in self.rows
        }

    def presences(self) -> Mapping[int, str]:
        """What stands in the form, valid or not."""
        return {row.pk: str(self[f"presence-{row.pk}"].value() or "") for row in self.rows}

    def councils(self) -> Iterator[Council]:
        """In the order in which they organise the meeting; seats in that of their council."""
        found: dict[int, Council] = {}
        for row in self.rows:
            if row.seat is not None:
                own = found.setdefault(row.seat.council_id, Council(row.seat.council.title, []))
                own.lines.append(self._line(row, row.seat))
        yield from found.values()

    def _line(self, row: Attendance, seat: Seat) -> Line:
        return Line(
            seat.name_as_read(),
            row.person.name_as_read() if row.person else "",
            row.has_vote,
            row.get_presence_display(),
            row.represented_by.name_as_read() if row.represented_by else "",
            self[f"presence-{row.pk}"],
            self[f"represented_by-{row.pk}"],
        )


class Quorum(NamedTuple):
    """How a meeting stands, in words; `is_reached` is what decides."""

    present: str
    seats: str
    due: str
    is_reached: bool


def quorum_shown(
    meeting: Meeting, rows: Sequence[Attendance], presences: Mapping[int, str]
) -> Quorum:
    """Counted as it will be when the meeting is held, of what is said of each line now."""
    seats, due = quorum_on_the_day(meeting)
    present = sum(
        presences.get(row.pk) in THERE and counts_for_quorum(row, meeting) for row in rows
    )
    return Quorum(in_numerals(present), in_numerals(seats), in_numerals(due), present >= due)


def rows_of(meeting: Meeting) -> list[Attendance]:
    """Seats in the order of their councils; the one that leads first."""
    seats = Seat.objects.filter(attendances__meeting=meeting).in_order()
    keys = seats.order_by("council__path", "rank", "sort_order", "pk").values_list("pk", flat=True)
    place = {key: number for number, key in enumerate(keys)}
    rows = meeting.attendances.of_seats().with_people().select_related("seat__council")
    leading = meeting.council_id
    return sorted(
        rows, key=lambda row: (row.seat.council_id != leading, place.get(row.seat_id or 0, 0))
    )


def _answers(row: Attendance) -> list[tuple[str, str | Promise]]:
    """Where nobody holds the seat nobody can have been present."""
    return [pair for pair in ANSWERS if row.person_id or pair[0] != Presence.PRESENT]
