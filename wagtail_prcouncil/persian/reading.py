"""How long a text takes to read."""

import re

from wagtail_prcouncil.persian.errors import PersianError

# Whitespace and the punctuation that parts words even where the space after it is missing;
# half-spaces, hyphens and the signs inside numbers and addresses do not part words.
_WORDS = re.compile(r"[^\s،؛؟!…«»()\[\]{}|]+")
_LETTER = re.compile(r"[^\W_]")


def word_count(text: str) -> int:
    """Words as a reader counts them: half-spaced «روابط‌عمومی‌ها» is one, «۱٬۲۳۴» is one."""
    return sum(map(bool, map(_LETTER.search, _WORDS.findall(text))))


def reading_minutes(text: str, *, words_per_minute: int = 200) -> int:
    """Whole minutes, rounded up, at least one. Plain text, not HTML.

    Raises PersianError ``impossible_speed`` for less than one word a minute.
    """
    if words_per_minute < 1:
        raise PersianError("impossible_speed", "less than one word a minute")
    return max(1, -(-word_count(text) // words_per_minute))
