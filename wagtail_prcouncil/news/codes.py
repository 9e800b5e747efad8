"""How a news code looks in an address, typed in any digits."""

import re

from wagtail_prcouncil.persian.digits import to_ascii

# More than any archive holds, and it fits the database's column.
LONGEST = 12
PATTERN = f"[0-9۰-۹٠-٩]{{1,{LONGEST}}}"
_CODE = re.compile(PATTERN)


def parse(text: str) -> int | None:
    """The code that `text` is, or None when it is something else."""
    return int(to_ascii(text)) if _CODE.fullmatch(text) else None


class CodeConverter:
    """URL path converter: Persian and Arabic digits come in, ASCII goes out."""

    regex = PATTERN

    def to_python(self, value: str) -> int:
        return int(to_ascii(value))

    def to_url(self, value: int) -> str:
        return str(value)
