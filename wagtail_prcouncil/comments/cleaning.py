"""What a reader typed, made fit to be stored and shown, or refused with a sentence for him.

Every function takes any string, looks at its length before anything else, is linear in it, gives
what it gave when it is given that again, and raises nothing but ValidationError, whose `code` is
``empty``, ``too_long``, ``unreadable`` or ``invalid``.
"""

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.comments.models import LONGEST_NAME, LONGEST_TEXT
from wagtail_prcouncil.persian.digits import to_ascii
from wagtail_prcouncil.persian.text import canonical

LONGEST_EMAIL = 254
"""RFC 5321: what fits into the path of a mail server's command."""
MOST_MARKS = 4
"""On one letter; Persian needs two, Arabic of the Quran four."""

# Letters and signs that fonts draw as nothing: a text of them looks empty and is not.
_BLANKS = dict.fromkeys(map(ord, "\u115f\u1160\u2800\u3164\uffa0"), " ")
_DROPPED = re.compile("[\u034f\u17b4\u17b5\u180b-\u180f\U000e0100-\U000e01ef]")
# The flags of England, Scotland and Wales spell their country in tag characters; elsewhere these
# carry hidden text.
_FLAG = re.compile("\U0001f3f4[\U000e0020-\U000e007f]+")
_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    chr(plane * 0x10000 + end) for plane in range(17) for end in (0xFFFE, 0xFFFF)
)
# Surrogates are stored by no database; noncharacters and tags come from programs alone.
_UNREADABLE = re.compile(f"[\ud800-\udfff{_NONCHARACTERS}\U000e0000-\U000e007f]")
# But for tabs and what ends a line.
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
# Zs, Zl, Zp and Cc of Unicode: whatever parts words or lines, and what nobody sees.
_GAPS = re.compile("[\\s\x00-\x1f\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
_BLANK_LINES = re.compile("\n{3,}")
_UNSEEN = re.compile("[\xad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
_KASHIDA = "ـ"

_is_mail_address = EmailValidator(
    _("This is no email address. It looks like this: name@example.ir."),
    code="invalid",
    allowlist=[],
)


def clean_name(name: str) -> str:
    """One line of at most LONGEST_NAME characters, with a letter in it.

    Breaks, tabs and other controls become one space, so that no header of a mail can be made of it;
    what turns the writing direction goes, so that it stays where it is put.
    """
    _check_length(name.strip(), LONGEST_NAME)
    _check_readable(name)
    name = canonical(_GAPS.sub(" ", _without_blanks(name)))
    name = _few_marks(_GAPS.sub(" ", name)).strip()
    _check_length(name, LONGEST_NAME)
    if not any(sign.isalpha() and sign != _KASHIDA for sign in name):
        raise ValidationError(_("Write a name."), code="empty")
    return name


def clean_text(text: str) -> str:
    """Canonical text of at most LONGEST_TEXT characters, a line break counting as one, that has a
    letter, a digit or a picture in it. Half-spaces stay; of blank lines at most one."""
    text = text.replace("\r\n", "\n")
    _check_length(text, LONGEST_TEXT)
    text = _FLAG.sub("\U0001f3f4", text)
    _check_readable(text)
    if _CONTROLS.search(text):
        raise _unreadable()
    text = _few_marks(canonical(_without_blanks(text)))
    text = "\n".join(line.rstrip() for line in text.split("\n"))
    text = _BLANK_LINES.sub("\n\n", text).strip()
    _check_length(text, LONGEST_TEXT)  # «ۀ» is stored as two characters
    if not any(map(_says_something, text)):
        raise ValidationError(_("Write your comment."), code="empty")
    return text


def clean_email(email: str) -> str:
    """One address as mail servers take it, or nothing. The name of its server is in ASCII: letters
    of another script that look like Latin ones (аpple.com) show as what they are."""
    _check_length(email.strip(), LONGEST_EMAIL)
    email = to_ascii(_UNSEEN.sub("", email)).strip()
    if not email:
        return ""
    local, _at, server = email.rpartition("@")
    try:
        email = f"{local}@{server.encode('idna').decode('ascii').lower()}"
    except UnicodeError:  # an empty or overlong part, a letter that no name may have
        email = f"{local}@"
    if '"' in local or server.startswith("["):
        email = ""  # both are addresses by the book, and of nobody who reads mail
    _is_mail_address(email)
    _check_length(email, LONGEST_EMAIL)
    return email


def _check_length(text: str, most: int) -> None:
    if len(text) > most:
        raise ValidationError(
            _("Write at most %(most)s characters; these are %(found)s."),
            code="too_long",
            params={"most": most, "found": len(text)},
        )


def _check_readable(text: str) -> None:
    if _UNREADABLE.search(text):
        raise _unreadable()


def _unreadable() -> ValidationError:
    return ValidationError(
        _("There are characters in this that cannot be shown. Please type it anew."),
        code="unreadable",
    )


def _without_blanks(text: str) -> str:
    return _DROPPED.sub("", text.translate(_BLANKS))


def _few_marks(text: str) -> str:
    """At most MOST_MARKS marks above and below one letter: towers of them cover other lines."""
    if text.isascii():
        return text
    kept, run = [], 0
    for sign in text:
        category = unicodedata.category(sign)
        if category[0] == "M":
            run += 1
        elif category != "Cf":  # joiners stand between marks and part nothing
            run = 0
        if run <= MOST_MARKS or category == "Cf":
            kept.append(sign)
    return "".join(kept)


def _says_something(sign: str) -> bool:
    return sign != _KASHIDA and unicodedata.category(sign)[0] in "LNS"
