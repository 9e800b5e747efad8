"""What happened is written once in each language and put into the outbox, one letter for each
addressee.

Subjects are of our own words, and of numbers and days alone: they are read over shoulders and on
locked telephones. What people have written stands in the body, for those who may read it.
"""

from collections.abc import Callable, Collection, Iterable
from typing import NamedTuple

from django.utils import translation

from wagtail_prcouncil.meetings.mailing.addressees import Addressee
from wagtail_prcouncil.meetings.mailing.gateways import pass_on_after_commit
from wagtail_prcouncil.outbox.actions import Letter, put_all
from wagtail_prcouncil.outbox.letters import Line, Link, Said, Section, printed
from wagtail_prcouncil.ui.languages import PageLanguage, page_language

__all__ = [
    "Event",
    "Line",
    "Link",
    "Reader",
    "Said",
    "Section",
    "Tell",
    "post",
    "post_all",
]

PLACE = "prcouncil_meetings/mail"


class Event(NamedTuple):
    """What is told: `name` is the kind ("invited"), `mark` which one of its kind ("17:2"): the same
    event told twice is one mail. `meeting_id` is what it is about; None for no meeting."""

    name: str
    mark: str
    meeting_id: int | None

    def key(self, addressee: Addressee) -> str:
        return f"meetings.{self.name}:{self.mark}:{addressee.key}"


class Reader(NamedTuple):
    """For whom a mail is written: in which language, and whether he reads what is for members."""

    language: PageLanguage
    is_member: bool


Tell = Callable[[Reader], Said]


def post(event: Event, addressees: Collection[Addressee], tell: Tell) -> None:
    """Tell it to each of them. One query, and one message to each gateway after the commit."""
    post_all([(event, addressees, tell)])


def post_all(told: Iterable[tuple[Event, Collection[Addressee], Tell]]) -> None:
    """The same of several events. One query for all."""
    letters: list[Letter] = []
    short: list[tuple[str, str]] = []
    for event, addressees, tell in told:
        written: dict[tuple[str, bool], Letter] = {}
        for one in addressees:
            style = (one.language, one.is_member)
            if style not in written:
                written[style] = _written(event, one, tell)
            letters.append(_addressed(written[style], event, one))
            short.append((one.key, written[style].subject))
    if letters:
        put_all(letters)
        pass_on_after_commit(short)


def _written(event: Event, one: Addressee, tell: Tell) -> Letter:
    with translation.override(one.language):
        language = page_language(None)
        said = tell(Reader(language, one.is_member))
        text, html = printed(
            said, PLACE, event.name, language=language.code, direction=language.dir
        )
    about = f"meeting:{event.meeting_id}" if event.meeting_id else ""
    return Letter("", "", said.subject, text, html, about=about)


def _addressed(letter: Letter, event: Event, one: Addressee) -> Letter:
    return Letter(event.key(one), one.email, letter.subject, letter.text, letter.html, letter.about)
