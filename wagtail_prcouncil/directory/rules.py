"""Rules of closing, asked of plain values: by the action for one agency, by an import for each of
its lines before anything is written."""

import datetime as dt
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.directory.states import SUCCESSORS_DUE, ClosingReason
from wagtail_prcouncil.pages.numerals import in_numerals
from wagtail_prcouncil.persian.dates import TEHRAN

FOUNDED_LATER = _("The day of founding lies in the future.")
CLOSED_EARLIER = _("It was closed before that day.")
ACCEPTS_NO_USE = _("“%(agency)s” is closed and accepts no new use.")
NOT_ITSELF = _("An agency cannot succeed itself.")
Key = TypeVar("Key", bound=Hashable)  # primary keys, or codes
NAMED = 3  # of the open agencies below one that is to be closed


class DirectoryError(Exception):
    """A rule of the register was broken; the sentence is for people.

    `field` is the input beside which it belongs, or empty.
    """

    def __init__(self, sentence: str, *, field: str = "") -> None:
        super().__init__(sentence)
        self.field = field


class SuccessorsError(DirectoryError):
    """The successors do not fit the closing."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence, field="successors")


class ConflictError(DirectoryError):
    """Somebody else changed the agency's state first, or deleted it."""


def check_closing_day(on: dt.date, *, founded_on: dt.date | None) -> None:
    """Raise DirectoryError where an agency cannot have ended on that day (Tehran's calendar)."""
    if on > timezone.now().astimezone(TEHRAN).date():
        raise DirectoryError(gettext("The day of closing lies in the future."), field="on")
    if founded_on is not None and on < founded_on:
        raise DirectoryError(gettext("It cannot be closed before it was founded."), field="on")


def check_number_due(reason: str, number: int) -> None:
    """Raise DirectoryError without a reason, SuccessorsError where it asks for another number of
    successors."""
    if reason not in ClosingReason.values:
        raise DirectoryError(gettext("Say why the agency is closed."), field="reason")
    due = SUCCESSORS_DUE[reason]
    if number < due.least or (due.most is not None and number > due.most):
        raise SuccessorsError(_due_sentence(due.least, due.most))


def check_successor(
    name: str, *, founded_on: dt.date | None, closed_on: dt.date | None, on: dt.date
) -> None:
    """Raise SuccessorsError where the agency of that name did not exist on the day of closing;
    one whose founding is not known did."""
    if (founded_on and founded_on > on) or (closed_on and closed_on <= on):
        sentence = gettext("“%(agency)s” did not exist on that day.")
        raise SuccessorsError(sentence % {"agency": name})


def check_no_circle(
    closing: Key, names: Mapping[Key, str], successors_of: Mapping[Key, Iterable[Key]]
) -> None:
    """Raise SuccessorsError where the work of one of `names`, the successors with their names,
    has come to the agency that is closing. `successors_of` are the closings so far."""
    for successor, name in names.items():
        ahead, seen = [successor], {successor}
        while ahead:
            for following in successors_of.get(ahead.pop(), ()):
                if following == closing:
                    sentence = gettext("The work of “%(agency)s” has come to this agency itself.")
                    raise SuccessorsError(sentence % {"agency": name})
                if following not in seen:
                    seen.add(following)
                    ahead.append(following)


def check_none_below(names: Sequence[str]) -> None:
    """Raise DirectoryError where agencies right below the one that is closing are open."""
    if names:
        listed = "، ".join(names[:NAMED]) + ("…" if len(names) > NAMED else "")
        sentence = gettext("Agencies below it are still open; move or close them first: %(names)s")
        raise DirectoryError(sentence % {"names": listed})


def _due_sentence(least: int, most: int | None) -> str:
    if most == 0:
        return gettext("This reason leaves no successor.")
    if most is None:
        sentence = ngettext(
            "This reason asks for at least %(count)s successor.",
            "This reason asks for at least %(count)s successors.",
            least,
        )
    else:
        sentence = ngettext(
            "This reason asks for exactly %(count)s successor.",
            "This reason asks for exactly %(count)s successors.",
            least,
        )
    return sentence % {"count": in_numerals(least)}
