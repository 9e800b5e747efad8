"""Pictures and files of the demo: drawn, written and sounded here, none of them a photograph.

Kept in Wagtail's libraries under a title that says so; a second run finds them there.
"""

import csv
import io
from collections.abc import Callable, Mapping

from django.core.files.base import ContentFile
from wagtail.documents import get_document_model
from wagtail.documents.models import AbstractDocument
from wagtail.images import get_image_model
from wagtail.images.models import AbstractImage
from wagtail.models import Page

from home.demo import pictures, sounds
from home.demo.reading import BodyPart


class Library:
    """What bodies show beside words: files by name, and `pages` by key."""

    def __init__(self, pages: Mapping[str, Page]) -> None:
        self.pages = pages
        self._pictures: dict[str, AbstractImage] = {}

    def picture(self, name: str) -> AbstractImage:
        """The picture of that name, drawn when neither this run nor an earlier one has it."""
        if name not in self._pictures:
            images, title = get_image_model().objects, f"demo: {name}"
            self._pictures[name] = images.filter(title=title).first() or images.create(
                title=title, file=_drawn(name)
            )
        return self._pictures[name]

    def table_file(self, part: BodyPart) -> AbstractDocument:
        """The part's rows as CSV, with a byte order mark for spreadsheets."""
        sheet = io.StringIO()
        csv.writer(sheet).writerows([part.items, *part.rows])
        return self._document(part.source, lambda: sheet.getvalue().encode("utf-8-sig"))

    def sound(self, part: BodyPart) -> AbstractDocument:
        return self._document(f"{part.source}.wav", lambda: sounds.SOUNDS[part.source]())

    def _document(self, name: str, content: Callable[[], bytes]) -> AbstractDocument:
        documents, title = get_document_model().objects, f"demo: {name}"
        known = documents.filter(title=title).first()
        return known or documents.create(title=title, file=ContentFile(content(), name))


def _drawn(name: str) -> ContentFile:
    data = io.BytesIO()
    pictures.draw(name).save(data, "PNG", optimize=True)
    return ContentFile(data.getvalue(), f"{name}.png")
