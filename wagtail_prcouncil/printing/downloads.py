"""A printed file as an answer; whoever calls has asked for permission."""

from django.http import FileResponse, Http404

from wagtail_prcouncil.printing.models import PrintedFile


def read_out(row: PrintedFile, name: str, *, is_public: bool = False) -> FileResponse:
    """To be looked at in the browser, under `name`. Raises Http404 where the file is gone."""
    try:
        content = row.file.open("rb")
    except (OSError, ValueError) as error:
        raise Http404("The file is gone.") from error
    response = FileResponse(content, filename=name, content_type="application/pdf")
    response["X-Content-Type-Options"] = "nosniff"
    response["X-Robots-Tag"] = "noindex"
    # What is everybody's today may be closed tomorrow, and no cache would know of it.
    response["Cache-Control"] = "no-cache" if is_public else "private, no-store"
    return response
