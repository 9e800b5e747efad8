"""The one error of this package, and those of the libraries that lead to it."""

import struct
import zipfile
import zlib
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import get_language

from wagtail_prcouncil.persian.numbers import format_number

UNREADABLE: tuple[type[Exception], ...] = (
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    OverflowError,
    LookupError,
    TypeError,
    RuntimeError,
    struct.error,
    zlib.error,
    zipfile.BadZipFile,
)
"""What Pillow and zipfile raise on files that are broken or forged; Pillow's bombs are apart."""


class UploadRefused(ValidationError):  # noqa: N818 - an answer to a person, not a fault
    """A file that is not let in, with the reason for whoever uploaded it.

    A ValidationError, so that a form shows the sentence beside its field. `code` names the
    reason for programs and tests: "script", "pixels", "polyglot"… Numbers among the parameters
    are shown in the digits of the editor's language.
    """

    def __init__(self, message: Any, code: str, **params: Any) -> None:
        shown = format_number if (get_language() or "").startswith("fa") else "{:,g}".format
        for name, value in params.items():
            if isinstance(value, int | float):
                params[name] = shown(value)
        super().__init__(message, code=code, params=params)
