from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.exchange.reading import (
    SheetLine,
    TooBigError,
    UnreadableFileError,
    read_table,
)


class UploadForm(forms.Form):
    """Takes a file and reads it; `read` holds its lines."""

    file = forms.FileField(
        label=_("File"),
        help_text=_("CSV or XLSX, with headings in the first line, in Persian or English."),
        widget=forms.FileInput(attrs={"accept": ".csv,.tsv,.txt,.xlsx"}),
    )
    read: list[SheetLine]
    is_too_big = False

    def clean_file(self) -> UploadedFile:
        file = self.cleaned_data["file"]
        try:
            self.read = read_table(file)
        except UnreadableFileError as error:
            self.is_too_big = isinstance(error, TooBigError)
            raise forms.ValidationError(str(error)) from error
        return file
