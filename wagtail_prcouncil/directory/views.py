"""The public HTTP side of the directory."""

from typing import TYPE_CHECKING

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase

from wagtail_prcouncil.directory.models.agency import CODE, Agency
from wagtail_prcouncil.directory.models.province import Province
from wagtail_prcouncil.directory.public import popolo
from wagtail_prcouncil.directory.public.files import files_are_served
from wagtail_prcouncil.directory.public.profiles import Profile
from wagtail_prcouncil.directory.public.register import RegisterAnswer
from wagtail_prcouncil.directory.tables import AGENCIES
from wagtail_prcouncil.exchange.downloads import kept_as, public_download, public_json
from wagtail_prcouncil.persian.digits import to_ascii

if TYPE_CHECKING:
    from wagtail_prcouncil.directory.models.pages import AgencyIndexPage

PROFILE = "prcouncil_directory/agency.html"


def register(request: HttpRequest, page: "AgencyIndexPage") -> HttpResponse:
    """Agencies by name, as far as they answer what was asked, a stretch at a time."""
    shown = RegisterAnswer(request.GET, page)
    return page.render(request, context_overrides={"register": shown, **_files()})


def agency(request: HttpRequest, page: "AgencyIndexPage", code: str) -> HttpResponse:
    """One agency's profile, closed or not; 301 to its address from its code typed otherwise."""
    moved = _moved(request, page, code)
    if moved is not None:
        return moved
    page.profile = Profile(_found(code))
    return page.render(
        request, template=PROFILE, context_overrides={"profile": page.profile, **_files()}
    )


def popolo_of_all(request: HttpRequest, page: "AgencyIndexPage") -> HttpResponseBase:
    """The whole register, closed agencies included, with all provinces."""
    agencies = Agency.objects.by_name().select_related("province", "parent", "logo")
    everything = agencies.prefetch_related("other_names", "successions__successor")
    document = popolo.document(everything, Province.objects.by_name(), _base(request, page))
    return kept_as(page, public_json(request, document))


def popolo_of_one(request: HttpRequest, page: "AgencyIndexPage", code: str) -> HttpResponseBase:
    """One agency, as it stands in the list of all."""
    moved = _moved(request, page, code, "popolo.json")
    if moved is not None:
        return moved
    document = popolo.organization(_found(code), _base(request, page))
    return kept_as(page, public_json(request, document))


def export(request: HttpRequest, page: "AgencyIndexPage") -> HttpResponseBase:
    """The whole register as CSV, headings in the page's language."""
    table = public_download(request, AGENCIES, Agency.objects.by_name(), "csv")
    return kept_as(page, table)


def _found(code: str) -> Agency:
    """Raises Http404 for a code that no agency has or can have."""
    if not CODE.regex.match(code):
        raise Http404("No agency has this code.")
    found = Agency.objects.for_profile().filter(code=code).first()
    if found is None:
        raise Http404("No agency has this code.")
    return found


def _moved(
    request: HttpRequest, page: "AgencyIndexPage", code: str, end: str = ""
) -> HttpResponsePermanentRedirect | None:
    """To the code as it is written, when an agency has it: capitals and Persian digits are
    easily typed, and a redirect to nothing helps nobody."""
    written = to_ascii(code).lower()
    if written == code:
        return None
    _found(written)
    query = request.META.get("QUERY_STRING")
    address = f"{page.get_url(request)}{written}/{end}"
    return HttpResponsePermanentRedirect(f"{address}?{query}" if query else address)


def _files() -> dict[str, bool]:
    """Files have an address only where the site includes `directory/urls.py`."""
    return {"has_files": files_are_served()}


def _base(request: HttpRequest, page: "AgencyIndexPage") -> str:
    return page.get_full_url(request) or ""
