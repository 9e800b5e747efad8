"""What stands in the way of a step though its axis stands right: asked by the action under its
lock, and by the desk, which says why a button is not there."""

from collections.abc import Callable, Mapping

from django.utils.translation import gettext

from wagtail_prcouncil.councils.rules import check_open
from wagtail_prcouncil.meetings.drafting import are_resolutions_told
from wagtail_prcouncil.meetings.models import Meeting, Minutes
from wagtail_prcouncil.meetings.rules import MeetingError
from wagtail_prcouncil.meetings.states import OVER, Outcome
from wagtail_prcouncil.meetings.transitions import Verb


def check_unhindered(meeting: Meeting, verb: Verb) -> None:
    """Raise MeetingError that says what is to be done first."""
    if check := HINDRANCES.get(verb):
        check(meeting)


def _check_time_is_known(meeting: Meeting) -> None:
    check_open(meeting.council)
    if meeting.starts_at is None or meeting.ends_at is None:
        raise MeetingError(gettext("Say when it begins and ends."), field="starts_at")


def _check_nothing_was_decided(meeting: Meeting) -> None:
    if meeting.resolutions.exists():
        raise MeetingError(gettext("A resolution has been written for it."))
    if meeting.assignments.undone().exists():
        raise MeetingError(gettext("It has given an agency something to do."))


def _check_attendance(meeting: Meeting) -> None:
    if not meeting.attendances.exists():
        raise MeetingError(gettext("Record the attendance first."), field="attendance")


def _check_items_are_settled(meeting: Meeting) -> None:
    open_items = [str(item) for item in meeting.items.filter(outcome=Outcome.PENDING)[:4]]
    if open_items:
        sentence = gettext("Say first what became of: %(items)s")
        raise MeetingError(sentence % {"items": "، ".join(open_items)})


def _check_items(meeting: Meeting) -> None:
    if not meeting.items.exists():
        raise MeetingError(gettext("The agenda is empty."))


def _check_was_held(meeting: Meeting) -> None:
    if meeting.status not in OVER:
        raise MeetingError(gettext("It was not held yet."))


def _check_something_is_written(meeting: Meeting) -> None:
    minutes = Minutes.objects.filter(meeting=meeting).first()
    if minutes is None or not minutes.body:
        raise MeetingError(gettext("The minutes are empty."))


def _check_can_hold(meeting: Meeting) -> None:
    """Objections are answered, a council that could not decide has decided nothing, and what gets
    a number is what members have read."""
    if meeting.objections.open().exists():
        raise MeetingError(gettext("Answer the objections first."))
    if meeting.is_quorate is False and meeting.resolutions.exists():
        sentence = gettext(
            "The meeting had no quorum: it decided nothing. Take the resolutions out."
        )
        raise MeetingError(sentence)
    minutes = Minutes.objects.filter(meeting=meeting).first()
    if minutes and not are_resolutions_told(meeting, minutes.body, minutes.made):
        sentence = gettext(
            "A resolution is new or changed since the minutes were drawn up. Recall them, draw "
            "them up again and circulate them."
        )
        raise MeetingError(sentence)


HINDRANCES: Mapping[Verb, Callable[[Meeting], None]] = {
    Verb.ANNOUNCE: _check_time_is_known,
    Verb.CANCEL: _check_nothing_was_decided,
    Verb.HOLD: _check_attendance,
    Verb.CLOSE: _check_items_are_settled,
    Verb.FINALISE_AGENDA: _check_items,
    Verb.AMEND_AGENDA: _check_items,
    Verb.DRAW_UP: _check_was_held,
    Verb.CIRCULATE: _check_something_is_written,
    Verb.APPROVE: _check_can_hold,
}
