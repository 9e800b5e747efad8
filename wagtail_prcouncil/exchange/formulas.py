"""Texts that a spreadsheet would run as formulas, made harmless for CSV, and read back.

The rule is OWASP's against CSV injection, wider in three ways: full-width signs count; so do signs
behind blanks and invisible characters; and so do places where a spreadsheet that parts cells by
semicolons would begin a new one. An apostrophe says that text follows.
"""

import re

# Blanks and invisible characters, but for those that may part cells or lines.
_BLANKS = (
    r"[\x00-\x08\x0b\x0c\x0e-\x20\x7f-\xa0\xad\u061c\u1680\u180e\u2000-\u200f\u2028-\u202f"
    r"\u205f-\u206f\u3000\ufeff]*+"
)
_SIGN = r"[=+\-@\u2212\ufe62\ufe63\ufe66\ufe6b\uff0b\uff0d\uff1d\uff20]"
# A cell's own apostrophes count as part of it, so that `restored` knows which one was added.
_DANGER = rf"(?='*+{_BLANKS}{_SIGN})"
_START = r"(?:\A|(?<=[;\t\r\n]))"
_FORMULA = re.compile(rf"\A(?='*+[\t\r\n])|{_START}{_DANGER}")
_DEFUSED = re.compile(rf"\A'(?='*+[\t\r\n])|{_START}'{_DANGER}")
_NEGATIVE_NUMBER = re.compile(r"-[0-9]{1,15}(?:\.[0-9]{1,15})?")


def defused(text: str) -> str:
    """The text with an apostrophe wherever a formula could begin. A negative number is none."""
    return text if _NEGATIVE_NUMBER.fullmatch(text) else _FORMULA.sub("'", text)


def restored(text: str) -> str:
    """What `defused` was given; a text of another origin stays as it is."""
    return _DEFUSED.sub("", text)
