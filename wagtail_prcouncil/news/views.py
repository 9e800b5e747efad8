"""The public HTTP side of news items; that of their lists is `listing_views`."""

from typing import TYPE_CHECKING
from urllib.parse import unquote

from django.db.models import Case, Q, Value, When
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
    HttpResponseRedirect,
)
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.models import Page

from wagtail_prcouncil.news.models.code import NewsCode
from wagtail_prcouncil.pages.methods import reads_only
from wagtail_prcouncil.ui.errors import gone

if TYPE_CHECKING:
    from wagtail_prcouncil.news.models import NewsPage


def news_page(request: HttpRequest, page: "NewsPage") -> HttpResponse:
    """One news item; 301 to its right address from any other that leads here. A preview shows it as
    it would be published now, note and time included."""
    if getattr(request, "is_preview", False):
        page.foresee()
    return _moved(request, page) or page.render(request)


def printable(request: HttpRequest, page: "NewsPage") -> HttpResponse:
    """The item on paper: no navigation, with its code and address."""
    return _moved(request, page, "print/") or page.render(
        request, template="prcouncil_news/news_page_print.html"
    )


def _moved(
    request: HttpRequest, page: "NewsPage", end: str = ""
) -> HttpResponsePermanentRedirect | None:
    parts = None if getattr(request, "is_preview", False) else page.get_url_parts(request)
    if parts is None or parts[2] is None or request.path == unquote(parts[2]) + end:
        return None
    return HttpResponsePermanentRedirect(parts[2] + end + _query(request))


def _query(request: HttpRequest) -> str:
    """What a reader followed the link with is kept."""
    query = request.META.get("QUERY_STRING")
    return f"?{query}" if query else ""


def withdrawn(request: HttpRequest, number: int | None) -> HttpResponse:
    """The address of an item that is live nowhere below the index: 410 where readers knew it."""
    keys = NewsCode.objects.filter(number=number)
    is_live = Page.objects.live().filter(translation_key__in=keys.values("page__translation_key"))
    if keys.filter(_was_out()).exists() and not is_live.exists():
        return gone(request, _("This news item has been withdrawn."))
    raise Http404("No news item has this code.")


@reads_only
def short_link(request: HttpRequest, number: int) -> HttpResponse:
    """`/n/50421/` in any digits → the item in the address's language, else its original.

    No 301, which a browser keeps for good: when the item is withdrawn or moves, the link is asked
    again. A private item keeps its headline to itself: the redirect stops at the code, and the next
    step asks the reader who they are. An item that was public and is no more answers 410; of one
    under embargo not even the code is known.
    """
    keys = NewsCode.objects.filter(number=number)
    here = When(locale__language_code=get_language(), then=Value(0))
    embargoed = Page.objects.filter(newspage__embargoed_until__gt=timezone.now())
    page = (
        Page.objects.live()
        .filter(alias_of=None, translation_key__in=keys.values("page__translation_key"))
        .exclude(translation_key__in=embargoed.values("translation_key"))
        .order_by(Case(here, default=Value(1)), "pk")
        .first()
    )
    address = page.specific.get_url(request) if page else None
    if page is None or address is None:
        if keys.filter(_was_out()).exists():
            return gone(request, _("This news item has been withdrawn."))
        raise Http404("No news item has this code.")
    if page.get_view_restrictions().exists():
        address = address.partition(f"/{number}/")[0] + f"/{number}/"
    return HttpResponseRedirect(address + _query(request))


def _was_out() -> Q:
    """Without a page the item was deleted; an imported code may still wait for its item."""
    return Q(page=None) | Q(page__newspage__modified_at__lte=timezone.now())
