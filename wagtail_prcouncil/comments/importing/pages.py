"""The page that a comment of another system stands below.

A site that knows better says so:

    @hooks.register("find_prcouncil_commented_page")
    def by_old_number(reference: str) -> Page | None:
        ...
"""

from functools import cached_property
from urllib.parse import unquote, urlsplit

from django.apps import apps
from django.http import Http404
from django.test import RequestFactory
from wagtail import hooks
from wagtail.models import Page, Site

from wagtail_prcouncil.comments.kinds import is_commented
from wagtail_prcouncil.persian.digits import to_ascii

HOOK = "find_prcouncil_commented_page"


class Pages:
    """Finds pages by what a source calls them; each reference is looked for once. Nothing is asked
    of any server."""

    def __init__(self) -> None:
        self._known: dict[str, Page | None] = {}

    def find(self, reference: str) -> Page | None:
        """A page that readers may comment on, published or not; never an alias."""
        if reference not in self._known:
            self._known[reference] = self._found(reference)
        return self._known[reference]

    def _found(self, reference: str) -> Page | None:
        for name in (self._by_hook, self._by_key, self._by_redirect, self._by_route, self._by_slug):
            page = name(reference)
            while page is not None and page.alias_of_id:
                page = page.alias_of
            if page is not None and is_commented(page):
                return page.specific
        return None

    def _by_hook(self, reference: str) -> Page | None:
        found = (find(reference) for find in hooks.get_hooks(HOOK))
        return next((page for page in found if page is not None), None)

    def _by_key(self, reference: str) -> Page | None:
        digits = to_ascii(reference)
        if not (digits.isascii() and digits.isdecimal() and len(digits) <= 18):
            return None
        return Page.objects.filter(pk=int(digits)).first()

    def _by_redirect(self, reference: str) -> Page | None:
        """Where an import of pages, or an editor, has noted the old address."""
        if not apps.is_installed("wagtail.contrib.redirects") or "/" not in reference:
            return None
        from wagtail.contrib.redirects.models import Redirect  # noqa: PLC0415  (optional app)

        path = Redirect.normalise_path(_path(reference))[:255]
        rows = Redirect.objects.filter(old_path=path).exclude(redirect_page=None)
        found = rows.select_related("redirect_page").first()
        return found.redirect_page if found else None

    def _by_route(self, reference: str) -> Page | None:
        """By the address that it has here, as a reader asks for it; a news item by its code."""
        if "/" not in reference or self._site is None:
            return None
        path = unquote(urlsplit(_path(reference)).path)
        parts = [part for part in path.split("/") if part]
        for root in [self._site.root_page, *self._site.root_page.get_translations()]:
            is_prefixed = parts[:1] == [root.locale.language_code]
            request = RequestFactory(SERVER_NAME=self._site.hostname).get("/")
            try:
                found: Page = root.specific.route(request, parts[is_prefixed:])[0]
            except Http404:
                continue
            return found
        return None

    def _by_slug(self, reference: str) -> Page | None:
        """The last part of the address, where one page alone has it."""
        parts = [part for part in unquote(urlsplit(_path(reference)).path).split("/") if part]
        found = Page.objects.filter(slug=parts[-1], alias_of=None)[:2] if parts else ()
        return found[0] if len(found) == 1 else None

    @cached_property
    def _site(self) -> Site | None:
        return Site.objects.select_related("root_page__locale").order_by("-is_default_site").first()


def _path(reference: str) -> str:
    """From the root of the host; of "?p=17" the question belongs to it."""
    try:
        parts = urlsplit(reference)
    except ValueError:
        return "/"
    query = f"?{parts.query}" if parts.query else ""
    return f"/{parts.path.lstrip('/')}{query}"
