"""The public HTTP side of lists of news: an index, a section, a tag, a year, a month."""

from typing import TYPE_CHECKING
from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import redirect
from taggit.models import Tag

from wagtail_prcouncil.news import models
from wagtail_prcouncil.news.public.archive import Archive, calendar_of, number, path_of
from wagtail_prcouncil.news.public.lists import NewsList, shown
from wagtail_prcouncil.pages.keyset import is_beginning
from wagtail_prcouncil.pages.shown import Shown
from wagtail_prcouncil.persian.text import canonical
from wagtail_prcouncil.ui.face import face_of
from wagtail_prcouncil.ui.keeping import may_keep

if TYPE_CHECKING:
    from wagtail_prcouncil.news.models.listing import ListingMixin

TAGS = "tag/"
LONGEST_TAG = 100


def listing(request: HttpRequest, page: "ListingMixin") -> HttpResponse:
    """News of an index or a section as far as they answer what was asked, a window at a time. A
    number that is a news code leads to its item."""
    _know_language(request, page)
    answer = NewsList(page, request.GET, may_be_kept=may_keep(request))
    code = answer.narrowing.code
    found = code and _with_code(code, page)
    if found:
        return redirect(found.get_url(request))
    page.about = answer.about
    # The window is asked for here: a position that cannot be read is a 404, not half a page.
    context = {"answer": answer, "listing": answer.window, "sections": answer.sections}
    response = page.render(request, context_overrides=context)
    if answer.canonical_query is None:
        response["X-Robots-Tag"] = "noindex"
    return response


def tag(request: HttpRequest, page: "ListingMixin", slug: str) -> HttpResponse:
    """News of an index with one tag; 404 where readers find none."""
    written = canonical(slug)[:LONGEST_TAG]
    found = Tag.objects.filter(slug=written).first()
    if found is None:
        raise Http404("There is no such tag.")
    path = f"{TAGS}{quote(found.slug)}/"
    if written != slug:
        return _moved(request, page, path)
    window = shown(page.news().tagged(found.pk), request.GET)
    if not window.items and is_beginning(request.GET):
        raise Http404("No news has this tag.")
    page.showing = Shown(found.name, path, only_here=True)
    context = {"tag": found, "listing": window}
    return page.render(request, template="prcouncil_news/tag.html", context_overrides=context)


def archive_start(request: HttpRequest, page: "ListingMixin") -> HttpResponse:
    """To the last year that has news."""
    newest = page.news().newest_first().values_list("published_at", flat=True).first()
    if newest is None:
        raise Http404("No news has been published here yet.")
    year, _month = calendar_of(page).month_of(newest)
    return redirect(f"{page.get_url(request)}{path_of(year)}")


def archive(
    request: HttpRequest, page: "ListingMixin", year: str, month: str | None = None
) -> HttpResponse:
    """The months of a year, or the news of a month; 404 where there are none. Another way to write
    the same address is a 301: Persian digits, a month without its zero."""
    _know_language(request, page)
    kept = _archive(page, year, month)
    if kept.path != f"archive/{year}/" + (f"{month}/" if month else ""):
        return _moved_if_any(request, page, kept)
    window = shown(kept.all_news, request.GET, span=kept.span) if month else None
    is_empty = not window.items and is_beginning(request.GET) if window else not kept.total
    if is_empty:
        raise Http404("No news of that time.")
    page.showing = Shown(kept.title, kept.path, only_here=True)
    template = f"prcouncil_news/archive_{'month' if month else 'year'}.html"
    context = {"archive": kept, "listing": window}
    return page.render(request, template=template, context_overrides=context)


def archive_in_short(
    request: HttpRequest, page: "ListingMixin", year: str, month: str | None = None
) -> HttpResponse:
    """`/<section>/1404/05/` → `/<section>/archive/1404/05/`. Below an index such an address is a
    news code's."""
    return _moved_if_any(request, page, _archive(page, year, month))


def _know_language(request: HttpRequest, page: "ListingMixin") -> None:
    """The frame, which is read in any case, brings the page's locale along."""
    _ = face_of(page, request).language


def _archive(page: "ListingMixin", year: str, month: str | None) -> Archive:
    """Raises Http404 for what is no year or month of the list's calendar."""
    years, months = number(year, 4), None if month is None else number(month, 2)
    if years is None or (month is not None and months is None):
        raise Http404("No such month.")
    try:
        return Archive(page, years, months)
    except ValueError as error:
        raise Http404("No such month.") from error


def _with_code(code: int, page: "ListingMixin") -> "models.NewsPage | None":
    """The readable item of that code, in the language of the list if it can be."""
    group = models.NewsPage.objects.readable().without_aliases().with_code(code).order_by("pk")
    return min(group, key=lambda item: item.locale_id != page.locale_id, default=None)


def _moved_if_any(
    request: HttpRequest, page: "ListingMixin", kept: Archive
) -> HttpResponsePermanentRedirect:
    """A redirect to nothing helps nobody."""
    if not kept.news().exists():
        raise Http404("No news of that time.")
    return _moved(request, page, kept.path)


def _moved(request: HttpRequest, page: "ListingMixin", path: str) -> HttpResponsePermanentRedirect:
    query = request.META.get("QUERY_STRING")
    address = f"{page.get_url(request)}{path}"
    return HttpResponsePermanentRedirect(f"{address}?{query}" if query else address)
