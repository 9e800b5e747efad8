"""`WAGTAILDOCS_DOCUMENT_FORM_BASE`: documents are checked however they come in."""

from typing import Any

from wagtail.documents.fields import WagtailDocumentField
from wagtail.documents.forms import BaseDocumentForm

from wagtail_prcouncil.uploads.documents import clean_document


class CheckedDocumentField(WagtailDocumentField):
    """A document of a welcome kind."""

    def to_python(self, data: Any) -> Any:
        file = super().to_python(data)
        if file is not None:
            clean_document(file)
        return file


class DocumentUploadForm(BaseDocumentForm):
    """Behind single and multiple upload, the chooser, the edit view and Wagtail's API."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Not declared in the class: forms that leave the file out would then get it back.
        if field := self.fields.get("file"):
            self.fields["file"] = CheckedDocumentField(
                label=field.label, required=field.required, widget=field.widget
            )
