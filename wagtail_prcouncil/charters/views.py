"""The public HTTP side of charters."""

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext

from wagtail_prcouncil.charters.files import files_are_served
from wagtail_prcouncil.charters.public.changes import Changes
from wagtail_prcouncil.charters.public.lists import CharterList
from wagtail_prcouncil.charters.public.questions import DayQuestion, VersionsQuestion
from wagtail_prcouncil.charters.public.reading import Reading
from wagtail_prcouncil.charters.public.signature_lists import SignatureList
from wagtail_prcouncil.councils.models.seat import today
from wagtail_prcouncil.exchange.downloads import kept_as
from wagtail_prcouncil.pages.numerals import in_digits
from wagtail_prcouncil.pages.shown import Shown
from wagtail_prcouncil.ui.dates import displayed

if TYPE_CHECKING:
    from wagtail_prcouncil.charters.models import CharterIndexPage, CharterPage

FOLDER = "prcouncil_charters"


def charters(request: HttpRequest, page: "CharterIndexPage") -> HttpResponse:
    """Charters of a council, or of all, by kind."""
    listed = CharterList.below(page, request)
    shown = {"listed": listed, "groups": listed.asked_for(request.GET)}
    return page.render(request, context_overrides=shown)


def charter(request: HttpRequest, page: "CharterPage") -> HttpResponse:
    """The version in force; where there is none, the last that was adopted."""
    return _read(request, page, Reading.of(page, request))


def version(request: HttpRequest, page: "CharterPage", number: int) -> HttpResponse:
    """One version, for good; 404 where it was never adopted."""
    reading = Reading.of(page, request).of_version(number)
    title = gettext("Version %(number)s") % {"number": in_digits(number)}
    page.part = Shown(title, reading.path) if reading.path else None
    return _read(request, page, reading)


def ask_day(request: HttpRequest, page: "CharterPage") -> HttpResponse:
    """A form; a day that makes sense leads to the text of that day."""
    form = DayQuestion(request.GET if "day" in request.GET else None)
    if form.is_bound and form.is_valid():
        day = form.cleaned_data["day"]
        return redirect(f"{page.get_url(request)}on/{day.isoformat()}/")
    return _on(request, page, Reading.of(page, request), form=form)


def on_day(request: HttpRequest, page: "CharterPage", day: str) -> HttpResponse:
    """What was in force on a day in Tehran (ISO 8601); 404 for what is none. What will be in force
    on one to come is said as things stand."""
    try:
        asked = dt.date.fromisoformat(day)
    except ValueError as error:
        raise Http404("No such day.") from error
    form = DayQuestion({"day": day})
    if len(day) != len("2026-11-22") or not form.is_valid() or form.cleaned_data["day"] != asked:
        raise Http404("No such day.")  # "1404-01-01" is read as a Jalali one
    here = Reading.of(page, request)
    found = here.on(asked)
    shown = {"form": form, "day": asked, "holds": found is not None}
    return _briefly(page, _on(request, page, found or here, **shown))


def ask_versions(request: HttpRequest, page: "CharterPage") -> HttpResponse:
    """To the comparison that was asked for; of the last two where none was."""
    reading = Reading.of(page, request)
    numbers = [row.number for row in reading.versions]
    if len(numbers) < 2:
        raise Http404("There is nothing to compare.")
    form = VersionsQuestion(request.GET, [(number, str(number)) for number in numbers])
    before, after = numbers[1], numbers[0]
    if form.is_valid():
        before, after = form.cleaned_data["before"], form.cleaned_data["after"]
    return redirect(f"{page.get_url(request)}compare/{before}/{after}/")


def comparison(request: HttpRequest, page: "CharterPage", before: int, after: int) -> HttpResponse:
    """What differs from one adopted version to another, whichever is the later; 404 for others."""
    reading = Reading.of(page, request)
    first, last = (reading.of_version(number).version for number in (before, after))
    if first is None or last is None:
        raise Http404("There is no such version.")
    changes = Changes(first, last, reading.language)
    part = Shown(gettext("What has changed"), changes.path)
    form = VersionsQuestion({"before": before, "after": after}, _named(reading))
    shown = {"changes": changes, "form": form}
    return _briefly(page, _part(request, page, reading, part, "comparison.html", **shown))


def signatures(
    request: HttpRequest, page: "CharterPage", number: int | None = None
) -> HttpResponse:
    """Who has signed the version in force, or the one with that number; 404 where none was
    adopted."""
    reading = Reading.of(page, request)
    shown = reading if number is None else reading.of_version(number)
    listed = SignatureList(shown, request.GET)
    path = f"{shown.path}signatures/"
    return _part(
        request, page, shown, Shown(gettext("Signatures"), path), "signatures.html", listed=listed
    )


def lead_to_certificate(request: HttpRequest, page: "CharterPage", number: int) -> HttpResponse:
    """To the signature of that number on the version that is read now."""
    reading = Reading.of(page, request)
    if reading.version is None:
        raise Http404("A draft is not signed.")
    path = f"versions/{reading.version.number}/signatures/{number}/"
    return redirect(f"{page.get_url(request)}{path}")


def certificate(
    request: HttpRequest, page: "CharterPage", version: int, number: int
) -> HttpResponse:
    """That somebody has signed for an agency; 404 for a number that was not given."""
    reading = Reading.of(page, request).of_version(version)
    rows = reading.version.signatures.with_people() if reading.version else None
    signature = rows.filter(number=number).first() if rows is not None else None
    if signature is None:
        raise Http404("There is no such signature.")
    path = f"versions/{version}/signatures/{number}/"
    shown = Shown(gettext("Certificate of signature"), path)
    answer = _part(request, page, reading, shown, "certificate.html", signature=signature)
    return _briefly(page, answer)


def reviews(request: HttpRequest, page: "CharterPage") -> HttpResponse:
    """What was found of agencies and measurable clauses; 404 where nothing was."""
    reading = Reading.of(page, request)
    if reading.version is None or not reading.reviews.told:
        raise Http404("Nothing was reviewed yet.")
    shown = Shown(gettext("How it is kept to"), "reviews/")
    return _part(request, page, reading, shown, "reviews.html")


def _read(request: HttpRequest, page: "CharterPage", reading: Reading) -> HttpResponse:
    page.reading = reading
    shown = {"reading": reading, "has_files": files_are_served()}
    return page.render(request, context_overrides=shown)


def _on(request: HttpRequest, page: "CharterPage", reading: Reading, **shown: Any) -> HttpResponse:
    if not reading.versions:
        raise Http404("Nothing was adopted yet.")
    day: dt.date | None = shown.get("day")
    title = gettext("The text of another day")
    path = "on/"
    if day is not None:
        words = displayed(day, "short", reading.language)
        title, path = gettext("The text of %(day)s") % {"day": words}, f"on/{day.isoformat()}/"
        shown["is_to_come"] = day > today()
    return _part(request, page, reading, Shown(title, path), "on_day.html", **shown)


def _part(
    request: HttpRequest,
    page: "CharterPage",
    reading: Reading,
    part: Shown,
    template: str,
    **shown: Any,
) -> HttpResponse:
    page.reading, page.part = reading, part
    overrides = {"reading": reading, "has_files": files_are_served()} | shown
    name = f"{FOLDER}/{template}"
    answer: HttpResponse = page.render(request, template=name, context_overrides=overrides)
    return answer


def _briefly(page: "CharterPage", answer: HttpResponse) -> HttpResponse:
    """There are too many such addresses for caches to be told of each: theirs for minutes only."""
    kept_as(page, answer)
    return answer


def _named(reading: Reading) -> list[tuple[int, str]]:
    return [
        (row.number, gettext("version %(number)s") % {"number": in_digits(row.number)})
        for row in reading.versions
    ]
