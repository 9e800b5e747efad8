"""Papers that somebody holds in his hand: a document, or the photograph that a telephone took of
it."""

from typing import Any

from django.core.files.uploadedfile import UploadedFile

from wagtail_prcouncil import conf
from wagtail_prcouncil.uploads.documents import clean_document, ending_of
from wagtail_prcouncil.uploads.pictures import clean_picture

PHOTOGRAPHS = ("jpg", "jpeg", "png", "webp")


def clean_paper(file: "UploadedFile[Any]") -> None:
    """Raises UploadRefused, or leaves the file under a safe name, a photograph without what the
    camera wrote into it."""
    ending = ending_of(file, (*conf.document_extensions(), *PHOTOGRAPHS))
    if ending in PHOTOGRAPHS:
        clean_picture(file)
    else:
        clean_document(file)
