"""Codes by which a ministry is reached, stored in ASCII whatever digits they were typed in."""

from typing import Any

from django.core.validators import RegexValidator
from django.db import models
from django.forms import TextInput
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.persian.digits import to_ascii

is_telephone = RegexValidator(
    r"^\+?[0-9][0-9 ()\-]{2,}\Z",
    _("Write digits, spaces, hyphens and brackets, a + before the country's code: +98 21 0000."),
)
is_postal_code = RegexValidator(
    r"^[0-9]{10}\Z", _("A postal code has ten digits, without a hyphen.")
)


class DigitsField(models.CharField):
    """A number that is dialled or written on envelopes. Migrations name this path: it is
    frozen."""

    def to_python(self, value: Any) -> Any:
        value = super().to_python(value)
        return to_ascii(value).strip() if isinstance(value, str) else value

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        value = self.to_python(super().pre_save(model_instance, add))
        setattr(model_instance, self.attname, value)
        return value


def dialled(telephone: str) -> str:
    """For `tel:`: "+98 (21) 0000" → "+98210000"."""
    return "".join(sign for sign in telephone if sign == "+" or sign.isdecimal())


class LeftToRightInput(TextInput):
    """For codes and English words, which read from left to right on a Persian page too."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"dir": "ltr"} | (attrs or {}))
