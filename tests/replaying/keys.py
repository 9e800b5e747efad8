"""When two calls ask for the same."""

import dataclasses
import datetime as dt
from enum import Enum
from typing import Any

from django.db import models

PLAIN = (str, int, float, Enum, dt.date, dt.time, dt.timedelta, type(None))


class NoKeyError(TypeError):
    """Something of which nobody can say that another is the same."""


def key_of(given: Any) -> Any:
    """Equal for what is the same where both databases hold the same."""
    match given:
        case models.Model() if given.pk:
            return type(given), given.pk
        case list() | tuple():
            return type(given), tuple(map(key_of, given))
        case dict():
            return dict, tuple((key_of(name), key_of(value)) for name, value in given.items())
        case _ if dataclasses.is_dataclass(given) and not isinstance(given, type):
            fields = dataclasses.fields(given)
            return type(given), tuple(key_of(getattr(given, field.name)) for field in fields)
        case _ if isinstance(given, PLAIN):
            return type(given), given
    raise NoKeyError(given)
