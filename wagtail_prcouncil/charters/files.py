"""Charters as data for readers' programs, and whether the site serves them."""

from typing import TYPE_CHECKING

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import NoReverseMatch, reverse

from wagtail_prcouncil.charters.public import documents
from wagtail_prcouncil.charters.public.reading import Reading
from wagtail_prcouncil.exchange.downloads import kept_as, public_json

if TYPE_CHECKING:
    from wagtail_prcouncil.charters.models import CharterPage


def files_are_served() -> bool:
    """Only where the site includes `charters/urls.py`: Wagtail's own addresses have no dots."""
    try:
        reverse("prcouncil_charter_files:file", args=["charter.json"])
    except NoReverseMatch:
        return False
    return True


def data_of_charter(request: HttpRequest, page: "CharterPage") -> HttpResponseBase:
    """Its versions, the frozen text that holds, and who signed it; 404 before one was adopted."""
    reading = Reading.of(page, request)
    if reading.version is None:
        raise Http404("No version was adopted yet.")
    return kept_as(page, public_json(request, documents.document(reading, request)))
