"""Whether enough of a council were there to decide."""

from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.councils.quorum import quorum_due
from wagtail_prcouncil.meetings.models import Attendance, Meeting
from wagtail_prcouncil.meetings.states import THERE


def quorum_on_the_day(meeting: Meeting) -> tuple[int, int]:
    """How many seats of the leading council have a vote on the day, and what its quorum is."""
    council = meeting.council
    seats = council.seats.on(meeting.day or today()).voting().count()
    return seats, quorum_due(council.quorum_kind, council.quorum_value, seats)


def counts_for_quorum(line: Attendance, meeting: Meeting) -> bool:
    """Whether the line, where somebody came, is one of those that are counted: seats with a vote,
    of the council that leads."""
    seat = line.seat
    return line.has_vote and seat is not None and seat.council_id == meeting.council_id


def note_quorum(meeting: Meeting) -> None:
    """Sets on the meeting, unsaved, what the quorum of the leading council was on the day, and how
    many seats with a vote were filled. Its rule and its seats may change afterwards."""
    meeting.voting_seats, meeting.quorum_due = quorum_on_the_day(meeting)
    there = meeting.attendances.filter(presence__in=THERE).select_related("seat")
    meeting.quorum_present = sum(counts_for_quorum(line, meeting) for line in there)
