"""How moderators are called."""

from typing import Any


def called(user: Any) -> str:
    return str(user.get_full_name() or user.get_username())
