"""The public HTTP side of councils."""

from typing import TYPE_CHECKING

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext

from wagtail_prcouncil.councils.models.appointment import Appointment
from wagtail_prcouncil.councils.public import popolo
from wagtail_prcouncil.councils.public.councils import CouncilList
from wagtail_prcouncil.councils.public.elections import Elections
from wagtail_prcouncil.councils.public.files import files_are_served
from wagtail_prcouncil.councils.public.former import FormerMembers
from wagtail_prcouncil.councils.public.persons import Card
from wagtail_prcouncil.councils.public.profiles import CouncilProfile
from wagtail_prcouncil.councils.public.seatings import Seatings
from wagtail_prcouncil.councils.tables import MEMBERS
from wagtail_prcouncil.exchange.downloads import kept_as, public_download, public_json
from wagtail_prcouncil.pages.shown import Shown

if TYPE_CHECKING:
    from wagtail_prcouncil.councils.models import CouncilIndexPage, CouncilPage


def councils(request: HttpRequest, page: "CouncilIndexPage") -> HttpResponse:
    """All councils of the page's language, by level."""
    return page.render(request, context_overrides={"councils": CouncilList(page)})


def person(request: HttpRequest, page: "CouncilIndexPage", number: int) -> HttpResponse:
    """The card of somebody who sits or sat in a council that readers may see; 404 for others."""
    page.card = Card.of(number, page, request)
    if page.card is None:
        raise Http404("Nobody of this number sits or sat in a council.")
    template = "prcouncil_councils/person.html"
    return page.render(request, template=template, context_overrides={"card": page.card})


def council(request: HttpRequest, page: "CouncilPage") -> HttpResponse:
    """One council: its seats of today, and what installed features know of it."""
    page.profile = CouncilProfile.of(page, request)
    shown = {"profile": page.profile, "has_files": files_are_served()}
    return page.render(request, context_overrides=shown)


def seats(request: HttpRequest, page: "CouncilPage") -> HttpResponse:
    """Who sat in which seat when, of all seats, term by term."""
    page.part = Shown(gettext("All seats"), "seats/")
    seatings = Seatings(CouncilProfile.of(page, request), request.GET)
    return page.render(
        request,
        template="prcouncil_councils/council_seats.html",
        context_overrides={"seatings": seatings},
    )


def members(request: HttpRequest, page: "CouncilPage") -> HttpResponse:
    """Who sat there and sits there no longer, by term; 404 for a place that is none."""
    page.part = Shown(gettext("Former members"), "members/")
    profile = CouncilProfile.of(page, request)
    shown = {"profile": profile, "former": FormerMembers(profile.facts, request.GET)}
    return page.render(
        request, template="prcouncil_councils/council_members.html", context_overrides=shown
    )


def elections(request: HttpRequest, page: "CouncilPage") -> HttpResponse:
    """How officers were elected, the latest first; 404 for a place that is none."""
    page.part = Shown(gettext("Elections"), "elections/")
    profile = CouncilProfile.of(page, request)
    shown = {"profile": profile, "elections": Elections(profile.facts, request.GET)}
    return page.render(
        request, template="prcouncil_councils/council_elections.html", context_overrides=shown
    )


def popolo_of_council(request: HttpRequest, page: "CouncilPage") -> HttpResponseBase:
    """Council, seats, appointments and persons, with all that is over."""
    facts = page.shown_original()
    document = popolo.document(facts, page.get_full_url(request) or "")
    return kept_as(page, public_json(request, document))


def members_table(request: HttpRequest, page: "CouncilPage") -> HttpResponseBase:
    """Who sits and sat in which seat, as CSV, headings in the page's language."""
    rows = Appointment.objects.of_council(page.shown_original()).latest_first()
    return kept_as(page, public_download(request, MEMBERS, rows, "csv"))
