"""Print pages become PDF by WeasyPrint, an optional part of the package (`[pdf]`).

Style sheets, font and pictures come from the site's own storages; nothing is asked of any network.
"""

import mimetypes
from functools import cache
from importlib.util import find_spec
from typing import IO, Any
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.exceptions import SuspiciousOperation
from django.core.files.storage import default_storage
from PIL import ImageFile

HOST = "https://printed.invalid"  # RFC 2606: nobody answers there
"""Where addresses without a host are taken to lie."""


def is_installed() -> bool:
    return find_spec("weasyprint") is not None


def written(html: str) -> bytes:
    """The page as PDF. Raises what WeasyPrint does: ImportError where it is not installed, OSError
    where Pango is not; a style sheet or font of ours that is not found is an error too, for
    without it Persian would be printed as it must not be."""
    strict = ImageFile.LOAD_TRUNCATED_IMAGES
    from weasyprint import HTML  # noqa: PLC0415 - optional, and it takes a second to import
    from weasyprint.urls import FatalURLFetchingError  # noqa: PLC0415 - as above

    # Its import tells Pillow to take torn pictures, in the whole process: uploads refuse them.
    ImageFile.LOAD_TRUNCATED_IMAGES = strict
    document = HTML(string=html, base_url=HOST, url_fetcher=_fetcher_class()())
    try:
        pdf: bytes = document.write_pdf(pdf_tags=True)
    except FatalURLFetchingError as error:  # no Exception: it would end the whole run of the clock
        raise FileNotFoundError(str(error)) from error
    return pdf


def site_file(url: str) -> IO[Any] | None:
    """A static file or a public upload of this site, opened; None for every other address. Raises
    OSError for one that is not there, and SuspiciousOperation for one outside their folders."""
    address = unquote(url.removeprefix(HOST))
    static, media = str(settings.STATIC_URL), str(settings.MEDIA_URL)
    if static and address.startswith(static):
        return _static_file(urlsplit(address.removeprefix(static)).path)
    if media and address.startswith(media):
        return default_storage.open(urlsplit(address.removeprefix(media)).path)
    return None


def _static_file(name: str) -> IO[Any]:
    """As it was collected, else where its app has it: in development nobody collects."""
    try:
        return staticfiles_storage.open(name)
    except (OSError, ValueError):
        path = finders.find(name)
        if path is None:
            raise
        return open(str(path), "rb")


@cache
def _fetcher_class() -> Any:
    from weasyprint.urls import (  # noqa: PLC0415 - as above
        FatalURLFetchingError,
        URLFetcher,
        URLFetcherResponse,
    )

    class SiteFetcher(URLFetcher):
        """Opens what belongs to the site; pictures from elsewhere are left out."""

        def fetch(self, url: str, headers: Any = None) -> Any:
            try:
                file = site_file(url)
            except (OSError, ValueError, SuspiciousOperation) as error:
                raise FatalURLFetchingError(f"{url} is not there.") from error
            if file is None:
                raise ValueError(f"{url} is not of this site.")
            kind = mimetypes.guess_type(urlsplit(url).path)[0] or "application/octet-stream"
            return URLFetcherResponse(url, file, headers={"Content-Type": kind})

    return SiteFetcher
