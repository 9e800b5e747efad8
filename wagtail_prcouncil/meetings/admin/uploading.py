"""Several files in one field, each looked into."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.meetings.actions.attaching import Attached, check_files
from wagtail_prcouncil.meetings.rules import MeetingError


class FilesInput(forms.ClearableFileInput):
    """Takes as many as one chooses."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """A list of `Attached`, which is empty where nothing was chosen."""

    widget = FilesInput

    def __init__(self, **kwargs: Any) -> None:
        said: dict[str, Any] = {
            "label": _("Files"),
            "required": False,
            "help_text": _("PDF, text, table or picture documents; for members, not for readers."),
        }
        super().__init__(**(said | kwargs))

    def clean(self, data: Any, initial: Any = None) -> Any:
        chosen = data if isinstance(data, list | tuple) else [data]
        files = [file for one in chosen if (file := super(FilesField, self).clean(one, initial))]
        try:
            return check_files(Attached.of(file) for file in files)
        except MeetingError as refused:
            raise ValidationError(str(refused)) from refused
