"""What an item of another system becomes here, or why it cannot."""

import datetime as dt
import email.utils
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.text import slugify
from django.utils.translation import gettext
from wagtail.images.models import AbstractImage

from wagtail_prcouncil.directory.models import Agency, Province
from wagtail_prcouncil.news import codes
from wagtail_prcouncil.news.importing.bodies import Body, read_body
from wagtail_prcouncil.news.importing.items import SourceItem
from wagtail_prcouncil.news.importing.media import PictureNotUsableError, Pictures
from wagtail_prcouncil.news.models import NewsPage, SectionPage
from wagtail_prcouncil.persian.dates_parsing import parse_datetime
from wagtail_prcouncil.persian.errors import PersianError
from wagtail_prcouncil.persian.text import canonical, fold

AHEAD = dt.timedelta(hours=24)  # of now: another clock or zone; what lies further is a slip
LONGEST_TAG = 95
"""Characters of a tag's name and slug, with room for what sets it off from another of that slug."""
WORDS = ("kicker", "deck", "picture_caption", "picture_credit")
CREDITS = ("source_outlet", "quoted_source", "dateline_place")


@dataclass
class Ready:
    """An item that can be written: the unsaved page and what hangs on it.

    `remarks` are sentences about what did not come along. `guid` names it in the source; `path` is
    where readers found it there, from the root of the host, empty where it had no address.
    """

    item: SourceItem
    guid: str
    digest: str
    page: NewsPage
    tags: list[str]
    path: str
    remarks: list[str] = field(default_factory=list)


class BadItemError(Exception):
    """An item that cannot be written; a sentence for each reason."""

    def __init__(self, sentences: Iterable[str]) -> None:
        self.sentences = list(sentences)
        super().__init__(" ".join(self.sentences))


class Checker:
    """Turns source items into unsaved pages. Reads sections, agencies and provinces once."""

    def __init__(self, pictures: Pictures, *, is_dry: bool) -> None:
        self._pictures, self._is_dry = pictures, is_dry
        sections = SectionPage.objects.filter(alias_of=None).order_by("pk")
        self._sections = _by_name((page.original(), (page.title, page.slug)) for page in sections)
        self._agencies = _by_name(
            (row, (row.code, row.name, row.name_en)) for row in Agency.objects.order_by("pk")
        )
        self._provinces = _by_name(
            (row, (row.code, row.name, row.name_en)) for row in Province.objects.order_by("pk")
        )

    def check(self, item: SourceItem) -> Ready:
        """Raises BadItemError. Pictures are taken into the library, but not on a dry run."""
        errors: list[str] = []
        remarks: list[str] = []
        title = canonical(item.title).strip()
        if not title:
            errors.append(gettext("The headline is missing."))
        page = NewsPage(title=title[:255], published_at=_moment(item.date, errors))
        if len(title) > len(page.title):
            remarks.append(gettext("The headline was cut."))
        page.code = _code(item.code, errors)
        if item.is_protected:
            errors.append(gettext("Readers needed a password for it. Write it by hand."))
        _fill_words(page, item, remarks)
        self._link(page, item, remarks)
        if errors:
            raise BadItemError(errors)
        page.hero_image = self._hero(item, page, remarks)
        body = read_body(item.html, lambda source: self._picture_key(source, title, remarks))
        _fill_body(page, body, remarks)
        tags, path = _tags(item, remarks), _path(item, remarks)
        return Ready(item, guid_of(item), digest_of(item), page, tags, path, remarks)

    def _link(self, page: NewsPage, item: SourceItem, remarks: list[str]) -> None:
        """To rows of ours by name; what is not known stays as words where there is a place."""
        page.section = _found(self._sections, item.section, remarks)
        agency = self._agencies.get(fold(item.agency))
        if agency is not None:
            page.agency = agency
        else:
            page.agency_name = canonical(item.agency)[:200]
        page.province = _found(self._provinces, item.province, remarks)

    def _hero(self, item: SourceItem, page: NewsPage, remarks: list[str]) -> AbstractImage | None:
        if not item.picture:
            return None
        image = self._picture(item.picture, page.title, remarks)
        if image is not None:
            page.hero_alt = canonical(item.picture_alt or page.title)[:200]
        elif self._pictures.file_for(item.picture) is None:
            remarks.append(gettext("Picture not at hand: %(source)s") % {"source": item.picture})
        return image

    def _picture(self, source: str, title: str, remarks: list[str]) -> AbstractImage | None:
        path = self._pictures.file_for(source)
        if path is None or self._is_dry:
            return None
        try:
            return self._pictures.take(path, title=title)
        except (PictureNotUsableError, OSError) as error:
            remarks.append(f"{path.name}: {error}")
            return None

    def _picture_key(self, source: str, title: str, remarks: list[str]) -> int | None:
        """On a dry run any number will do: what is made of it is thrown away."""
        if self._is_dry:
            return 0 if self._pictures.file_for(source) else None
        image = self._picture(source, title, remarks)
        return image.pk if image else None


def guid_of(item: SourceItem) -> str:
    """The source's own name for it, else its code, its address, its headline and date."""
    named = item.guid or (item.code and f"code:{item.code}") or item.path
    return named[:500] or f"title:{fold(item.title)[:200]}:{item.date}"


def digest_of(item: SourceItem) -> str:
    """Of all that it says, whatever line it stands on."""
    return sha256(repr(replace(item, line=0)).encode("utf-8", "replace")).hexdigest()


def _by_name(rows: Iterable[tuple[Any, Iterable[str]]]) -> dict[str, Any]:
    known: dict[str, Any] = {}
    for row, names in rows:
        for name in filter(None, names):
            known.setdefault(fold(name), row)
    return known


def _found(known: dict[str, Any], name: str, remarks: list[str]) -> Any:
    found = known.get(fold(name)) if name else None
    if name and found is None:
        remarks.append(gettext("“%(text)s” is not known here.") % {"text": name})
    return found


def _moment(text: str, errors: list[str]) -> dt.datetime | None:
    for read in (parse_datetime, _internet_date):
        try:
            moment = read(text)
        except (PersianError, ValueError, TypeError, OverflowError):
            continue
        now = timezone.now()
        if moment > now + AHEAD:
            errors.append(gettext("“%(text)s” lies ahead.") % {"text": text})
        return min(moment, now)  # it is written as being out
    sentence = gettext("“%(text)s” is no date. Write 1403/01/01 12:30 or 2024-03-20 12:30.")
    errors.append(sentence % {"text": text[:80]})
    return None


def _internet_date(text: str) -> dt.datetime:
    """ "Sun, 14 Aug 2022 07:43:00 +0430", as RSS has it (RFC 5322)."""
    found = email.utils.parsedate_to_datetime(text)
    if found.tzinfo is None:
        found = found.replace(tzinfo=dt.UTC)
    return found.astimezone(dt.UTC)


def _code(text: str, errors: list[str]) -> int | None:
    if not text:
        return None
    number = codes.parse(text)
    if not number:
        errors.append(gettext("“%(text)s” is no news code.") % {"text": text})
    return number or None


def _fill_words(page: NewsPage, item: SourceItem, remarks: list[str]) -> None:
    """Cut where the column is shorter, and told."""
    places = {"picture_caption": "hero_caption", "picture_credit": "hero_credit"}
    for name in (*WORDS, *CREDITS):
        said = canonical(getattr(item, name)).strip()
        target = places.get(name, name)
        most = NewsPage._meta.get_field(target).max_length or len(said)
        if len(said) > most:
            remarks.append(gettext("Cut: %(text)s…") % {"text": said[:60]})
        setattr(page, target, said[:most])
    page.lead = _plain(item.lead)
    if item.quoted_url:
        try:
            NewsPage._meta.get_field("quoted_url").run_validators(item.quoted_url)
        except ValidationError:
            remarks.append(gettext("“%(text)s” is no address.") % {"text": item.quoted_url[:300]})
        else:
            page.quoted_url = item.quoted_url


def _tags(item: SourceItem, remarks: list[str]) -> list[str]:
    """One name for «عمومي» and «عمومی»; a sentence is no tag, nor is punctuation."""
    kept = []
    for name in dict.fromkeys(canonical(tag).strip() for tag in item.tags):
        slug = slugify(name, allow_unicode=True)
        if slug and len(name) <= LONGEST_TAG and len(slug) <= LONGEST_TAG:
            kept.append(name)
        elif name:
            remarks.append(gettext("“%(text)s” is no tag.") % {"text": name[:60]})
    return kept


def _path(item: SourceItem, remarks: list[str]) -> str:
    try:
        parts = urlsplit(item.path)
    except ValueError:
        remarks.append(gettext("“%(text)s” is no address.") % {"text": item.path[:300]})
        return ""
    if parts.scheme not in {"", "http", "https"}:
        remarks.append(gettext("“%(text)s” is no address.") % {"text": item.path[:300]})
        return ""
    path, query = parts.path.lstrip("/"), f"?{parts.query}" if parts.query else ""
    return f"/{path}{query}" if path or query else ""


def _plain(html: str) -> str:
    """A lead has no markup; a feed's summary may."""
    if "<" not in html:
        return canonical(html).strip()
    blocks = read_body(html, lambda source: None).blocks
    return canonical(" ".join(strip_tags(str(block["value"])) for block in blocks)).strip()


def _fill_body(page: NewsPage, body: Body, remarks: list[str]) -> None:
    page.body = NewsPage._meta.get_field("body").stream_block.to_python(body.blocks)
    if body.lost:
        lost = ", ".join(dict.fromkeys(body.lost))
        remarks.append(gettext("Left out of the text: %(lost)s") % {"lost": lost[:300]})
