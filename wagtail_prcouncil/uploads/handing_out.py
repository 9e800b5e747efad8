"""A private file goes out to somebody who may have it (rule A21); who may, the view has asked."""

from pathlib import PurePath

from django.db.models.fields.files import FieldFile
from django.http import FileResponse, Http404

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "X-Robots-Tag": "noindex",
}


def handed_out(file: FieldFile, *, is_public: bool = False) -> FileResponse:
    """The file under its own name, to be stored and not shown. Raises Http404 where it is gone."""
    try:
        content = file.open("rb")
    except (OSError, ValueError) as error:  # ValueError: there never was one
        raise Http404("The file is gone.") from error
    name = PurePath(file.name or "").name
    response = FileResponse(content, as_attachment=True, filename=name, headers=HEADERS)
    # What is everybody's today may be closed tomorrow, and no cache would know of it.
    response["Cache-Control"] = "no-cache" if is_public else "private, no-store"
    return response
