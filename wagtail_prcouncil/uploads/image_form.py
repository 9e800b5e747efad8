"""`WAGTAILIMAGES_IMAGE_FORM_BASE`: pictures are checked and cleaned however they come in."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm
from willow.svg import WillowSvgException

from wagtail_prcouncil.uploads.pictures import clean_picture
from wagtail_prcouncil.uploads.refusal import UNREADABLE, UploadRefused


class CheckedImageField(WagtailImageField):
    """A picture, looked at before Wagtail opens it, since opening is where bombs go off."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.help_text = _("%(formats)s Place, time and other notes of the camera are removed.") % {
            "formats": self.help_text
        }

    def to_python(self, data: Any) -> Any:
        if data not in self.empty_values:
            self.check_image_file_size(data)
            clean_picture(data)
        try:
            return super().to_python(data)
        except (*UNREADABLE, WillowSvgException) as error:
            # Wagtail decodes the picture to learn its size, and does not reckon with damage.
            raise UploadRefused(_("This picture is broken."), "broken") from error


class ImageUploadForm(BaseImageForm):
    """Behind single and multiple upload, the chooser, the edit view and Wagtail's API."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Not declared in the class: forms that leave the file out would then get it back.
        if field := self.fields.get("file"):
            self.fields["file"] = CheckedImageField(
                label=field.label, required=field.required, widget=field.widget
            )
