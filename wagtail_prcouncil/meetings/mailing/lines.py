"""A mailing list as it is pasted: a line for each address, "name <address>", and behind it the code
of the agency whose seat it is for, where it is for one."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext

from wagtail_prcouncil.councils.models import Seat
from wagtail_prcouncil.persian.text import canonical

MOST_LINES = 500
LONGEST_NAME, LONGEST_ADDRESS = 200, 254
LINE = re.compile(r"(?P<name>[^<>]*)<(?P<email>[^<>]*)>\s*(?P<code>[A-Za-z0-9-]*)")
BARE = re.compile(r"(?P<name>)(?P<email>[^<>\s]+)(?:\s+(?P<code>[A-Za-z0-9-]+))?")
UNSEEN = dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069\ufeff"))
"""Marks of direction, which come with what is copied from a mixed text."""


class Entry(NamedTuple):
    name: str
    email: str
    seat: Seat | None = None


class WrongLine(NamedTuple):
    """`number` counts from 1, empty lines too."""

    number: int
    text: str
    why: str


class LineError(Exception):
    """Why a line is no entry, in a sentence for people."""


def read(text: str, seats: Mapping[str, Seat]) -> tuple[list[Entry], list[WrongLine]]:
    """The good lines and the others; `seats` are those of the council by the code of their
    agency."""
    good: list[Entry] = []
    wrong: list[WrongLine] = []
    for number, line in enumerate(text.splitlines(), start=1):
        told = line.translate(UNSEEN).strip().rstrip(",;،؛").strip()
        if not told:
            continue
        try:
            good.append(_entry(told, seats))
        except LineError as error:
            wrong.append(WrongLine(number, line.strip(), str(error)))
    return good, wrong


def _entry(line: str, seats: Mapping[str, Seat]) -> Entry:
    found = LINE.fullmatch(line) or BARE.fullmatch(line)
    if found is None:
        raise LineError(gettext("Write it as: name <address>"))
    name = canonical(found["name"]).strip(" \"'«»\t,،")
    email, code = found["email"].strip(), (found["code"] or "").lower()
    try:
        validate_email(email)
    except ValidationError as error:
        raise LineError(gettext("“%(text)s” is no address.") % {"text": email}) from error
    if len(email) > LONGEST_ADDRESS or len(name) > LONGEST_NAME:
        raise LineError(gettext("This is too long."))
    if code and code not in seats:
        sentence = gettext("No agency “%(code)s” has a seat in this council.")
        raise LineError(sentence % {"code": code})
    return Entry(name, email, seats.get(code))
