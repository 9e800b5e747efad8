"""The one error of this package."""

from typing import Any

from django.core.exceptions import ValidationError


class UploadRefused(ValidationError):  # noqa: N818 - an answer to a person, not a fault
    """A file that is not let in, with the reason for whoever uploaded it.

    A ValidationError, so that a form shows the sentence beside its field. `code` names the
    reason for programs and tests: "script", "pixels", "polyglot"…
    """

    def __init__(self, message: Any, code: str, **params: Any) -> None:
        super().__init__(message, code=code, params=params)
