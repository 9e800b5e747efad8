"""Warning of a second item with the same headline: while it is typed, and when it is saved."""

import datetime as dt
from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from wagtail.admin import messages
from wagtail.models import Page

from wagtail_prcouncil.news.actions.placing import may_show
from wagtail_prcouncil.news.filters import LONGEST_KEY
from wagtail_prcouncil.news.models import NewsPage
from wagtail_prcouncil.news.title_keys import title_key
from wagtail_prcouncil.persian.digits import to_persian
from wagtail_prcouncil.ui.languages import page_language

# Headlines recur from year to year; what an editor writes twice, they write within some months.
RECENT = dt.timedelta(days=183)
LOOKED_AT, SHOWN = 20, 5
LONGEST_TITLE = 255


def named_alike(title: str, *, user: Any, beside: NewsPage | None = None) -> list[NewsPage]:
    """Recent items and drafts with that headline in any spelling, newest first, as far as the user
    may see them; `beside` and its translations are not counted. One look into an index."""
    key = title_key(title)
    if key is None:
        return []
    since = timezone.now() - RECENT
    is_recent = Q(published_at__gte=since) | Q(latest_revision_created_at__gte=since)
    is_recent |= Q(published_at=None, latest_revision_created_at=None)
    found = NewsPage.objects.filter(title_key=key).filter(is_recent, alias_of=None)
    if beside is not None:
        found = found.exclude(translation_key=beside.translation_key)
    newest = found.select_related("locale").order_by("-published_at", "-pk")[:LOOKED_AT]
    return [page for page in newest if may_show(page, user)][:SHOWN]


def as_links(pages: list[NewsPage], user: Any) -> list[tuple[SafeString, str]]:
    """Words and address of each: its form for those who may open it, else its public page."""
    links = []
    for page in pages:
        can_edit = page.permissions_for_user(user).can_edit()
        url = reverse("wagtailadmin_pages:edit", args=[page.pk]) if can_edit else page.full_url
        links.append((_words(page), url))
    return links


def _words(page: NewsPage) -> SafeString:
    """Headline and code, each set apart: they may run in other directions than the sentence."""
    title = format_html("<bdi>{}</bdi>", page.draft_title or page.title)
    if not page.code:
        return title
    code = to_persian(page.code) if page_language(None).is_persian else str(page.code)
    return format_html("{} <bdi>({})</bdi>", title, code)


def tell_on_saving(request: HttpRequest, page: Page) -> None:
    """After a save that an editor asked for; Wagtail 8 saves by itself too, and asks for JSON."""
    if not isinstance(page, NewsPage) or "application/json" in request.headers.get("Accept", ""):
        return
    found = named_alike(page.title, user=request.user, beside=page)
    if found:
        buttons = [messages.button(url, words) for words, url in as_links(found, request.user)]
        messages.warning(request, gettext("Other news have this headline:"), buttons=buttons)


def alike(request: HttpRequest) -> HttpResponse:
    """GET ?title=…&page=… → a piece of HTML, empty where no other item has the headline."""
    key = request.GET.get("page", "")
    beside = None
    if key.isdecimal() and len(key) <= LONGEST_KEY:
        beside = NewsPage.objects.filter(pk=int(key)).first()
    title = request.GET.get("title", "")[:LONGEST_TITLE]
    return render(request, "prcouncil_news/admin/named_alike.html", context(title, request, beside))


def context(title: str, request: HttpRequest, beside: NewsPage | None) -> dict[str, Any]:
    """What the piece of HTML is made of."""
    found = named_alike(title, user=request.user, beside=beside)
    return {"links": as_links(found, request.user)}


def urls() -> list[URLPattern]:
    return [path("prcouncil/news/named-alike/", alike, name="prcouncil_news_named_alike")]
