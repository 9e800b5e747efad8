"""What the address of a feed stands for, and whether it has changed since a reader last asked."""

import datetime as dt
from functools import cached_property
from hashlib import blake2b
from typing import Any
from urllib.parse import urljoin

from django.db.models import Subquery
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Locale, Site

from wagtail_prcouncil import __version__, conf
from wagtail_prcouncil.news.feeds.entries import Entry, Key
from wagtail_prcouncil.news.feeds.keeping import entries_of
from wagtail_prcouncil.news.feeds.validators import Validators
from wagtail_prcouncil.news.feeds.writing import clean
from wagtail_prcouncil.news.models import Publication
from wagtail_prcouncil.news.public.narrowing import Narrowing
from wagtail_prcouncil.news.public.question import ORDER
from wagtail_prcouncil.news.public.sites import news_of_site
from wagtail_prcouncil.pages.keyset import Window, window
from wagtail_prcouncil.ui.face import Face, face_of


class Channel:
    """The newest news of a site, in one language, that a request's filter asks for.

    Raises Http404 for a `?before=` that is no position. The validators of a conditional request
    come of keys alone; all else is read when it is asked for.
    """

    def __init__(self, request: HttpRequest, site: Site, locale: Locale) -> None:
        self.request = request
        self.site = site
        self.locale = locale
        self.narrowing = Narrowing(request.GET, locale, news_of_site(site, locale))
        self._window = self._read()
        self.keys = [Key(*row[: len(Key._fields)]) for row in self._window.items]

    def _read(self) -> Window[Any]:
        news = self.narrowing.news()
        ledger = Publication.objects.order_by("-at").values("at")[:1]
        columns = dict.fromkeys([*Key._fields, "ledger_at", news.time_field])
        rows = news.annotate(ledger_at=Subquery(ledger)).values_list(*columns, named=True)
        return window(rows, self.request.GET, field=news.time_field, size=conf.feed_size())

    @property
    def validators(self) -> Validators:
        """The ETag is weak: what an entry repeats of other pages may be told some minutes late.

        The time is that of the newest publication or withdrawal of all news, so that a feed that
        lost an item has changed for those, too, who ask by time. What carries no time (a page that
        becomes private, a new name, old news of an import) they are told within the hour.
        """
        face = self._face.site_name, self._face.around.brand_version
        chosen = conf.websub_hub(), conf.feed_whole_text(), conf.feed_authority()
        made_of = (__version__, self.keys, self.url, *face, *chosen)
        etag = f'W/"{blake2b(repr(made_of).encode(), digest_size=12).hexdigest()}"'
        times = [self.newest, *(time for key in self.keys for time in key.times)]
        modified = max(filter(None, times), default=None)
        if modified is None:
            return Validators(etag, None)
        hour = timezone.now().replace(minute=0, second=0, microsecond=0)
        return Validators(etag, int(max(modified, hour).timestamp()))

    @property
    def is_understood(self) -> bool:
        """Whether all that was asked for has a meaning here: `?x=1` is the same feed again, under
        as many addresses as there are numbers."""
        return set(self.request.GET) <= {*ORDER, "before"} and not self.narrowing.errors

    @property
    def newest(self) -> dt.datetime | None:
        """When any news was last published or withdrawn; None for an empty feed."""
        return next((row.ledger_at for row in self._window.items), None)

    @cached_property
    def entries(self) -> list[Entry]:
        return entries_of(self.keys, self.site, self.request)

    @cached_property
    def updated(self) -> dt.datetime:
        """When readers were last told something; of an empty feed, a day before all news."""
        beginning = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
        return max((entry.updated for entry in self.entries), default=beginning)

    @cached_property
    def url(self) -> str:
        """Its own full address, the one way to write it: the topic of a hub."""
        return self._address(self.request.GET.get("before", ""))

    @property
    def next_url(self) -> str:
        """Where the older items are; empty at the end."""
        older = self._window.older_url
        return self._address(older.removeprefix("?before=")) if older else ""

    def _address(self, before: str) -> str:
        asked = filter(None, [self.narrowing.query_string(), before and f"before={before}"])
        query = "&".join(asked)
        return f"{self.site.root_url}{self.request.path}{'?' if query else ''}{query}"

    @cached_property
    def title(self) -> str:
        """«استان‌ها - وزارت نمونه»."""
        return clean(" - ".join(filter(None, [self.narrowing.title, self._face.site_name])))

    @property
    def description(self) -> str:
        return clean(_("News of %(site)s") % {"site": self._face.site_name})

    @property
    def publisher(self) -> str:
        return clean(self._face.site_name)

    @property
    def home_url(self) -> str:
        """Where people read what this is a feed of."""
        menu = self._face.menu
        return urljoin(self.site.root_url, menu.home.url if menu else "/")

    @property
    def icon_url(self) -> str:
        """The institution's mark; empty where it has none."""
        mark = self._face.brand.logo or self._face.brand.emblem
        return urljoin(self.site.root_url, mark.url) if mark else ""

    @property
    def language(self) -> str:
        return str(self.locale.language_code)

    @cached_property
    def _face(self) -> Face:
        return face_of(None, self.request)
