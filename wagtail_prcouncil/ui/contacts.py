"""How codes by which a ministry is reached are typed."""

from typing import Any

from django.forms import TextInput


class LeftToRightInput(TextInput):
    """For codes and English words, which read from left to right on a Persian page too."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"dir": "ltr"} | (attrs or {}))
