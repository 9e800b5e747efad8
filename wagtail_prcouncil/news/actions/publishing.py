"""What happens when a news item goes live or goes."""

import datetime as dt
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.log_actions import get_active_log_context, log
from wagtail.models import Page, PageLogEntry, Revision
from wagtail.search.index import insert_or_update_object

from wagtail_prcouncil.news.actions import coding
from wagtail_prcouncil.news.caches import forget_item
from wagtail_prcouncil.news.models import NewsPage, NewsTag, Publication, SectionPage
from wagtail_prcouncil.news.states import TOLD, UpdateKind
from wagtail_prcouncil.pages.originals import original


def register_publication(
    page: NewsPage, *, by: AbstractBaseUser | None = None, revision: Revision | None = None
) -> NewsPage:
    """Note a publication: time and code at the first one, what changed at later ones, caches
    purged at each.

    `page` is live already; its live fields are set on the instance too. An item that was imported
    with an older time keeps it; under an embargo, in whatever language it was set, the time is the
    embargo's end. Each note is told
    once: a revision that goes live again, or a change that says nothing of itself, counts as
    silent. An embargo that comes after readers have seen the item is dropped. Parallel first
    publications queue up at the code counter; none fails and no code is given twice.
    """
    now = timezone.now()
    with transaction.atomic():
        first = coding.locked_original(page)
        code = coding.code_of(first) or coding.allot(first, by)
        rows = NewsPage.objects.filter(pk=page.pk)
        has_new_code = rows.exclude(code=code.number).update(code=code.number)
        _read_live_fields(page, rows)
        if page.alias_of_id:
            rows.update(**_mirrored(page))
        else:
            _note_change(page, by or scheduler(page, revision), revision, now)
            _let_wait(page, now)
        _read_live_fields(page, rows)
        NewsTag.objects.filter(content_object_id=page.pk).update(published_at=page.published_at)
        forget_item(page)
    if has_new_code:
        # Searched by its number too; Wagtail indexed the page before it had one.
        transaction.on_commit(lambda: insert_or_update_object(page))
    return page


def register_withdrawal(page: NewsPage, *, by: AbstractBaseUser | None = None) -> None:
    """Note that `page` is live no more: it keeps its code, caches forget it.

    One that an embargo kept from readers to the last has never been out. Nothing is noted of an
    alias, which goes with the page it mirrors.
    """
    now = timezone.now()
    with transaction.atomic():
        coding.locked_original(page)
        if not page.alias_of_id:
            _write_down(page, UpdateKind.WITHDRAWAL, at=now, by=by or withdrawer(page))
        unseen = NewsPage.objects.filter(pk=page.pk, modified_at__gt=now)
        unseen.update(published_at=None, modified_at=None)
        forget_item(page)


def open_embargoes() -> int:
    """Take embargoes that have ended off the items, and purge what may show them now, in whatever
    language; how many there were.

    Readers see the items anyway, from the very moment on: this is for the caches in front.
    """
    ended = NewsPage.objects.filter(embargoed_until__lte=timezone.now()).order_by("pk")
    with transaction.atomic():
        keys = dict(ended.values_list("pk", "translation_key"))
        NewsPage.objects.filter(pk__in=keys).update(embargoed_until=None)
        live = NewsPage.objects.live().filter(translation_key__in=set(keys.values()))
        for page in live.order_by("pk"):
            forget_item(page)
    return len(keys)


def refile(section: SectionPage) -> None:
    """News filed under a translation of `section` move to its original (rule A18).

    They were filed so while the translation was all there was.
    """
    first = original(section)
    group = SectionPage.objects.filter(translation_key=section.translation_key)
    others = group.exclude(pk=first.pk).values("pk")
    NewsPage.objects.filter(section_id__in=others).update(section_id=first.pk)


def scheduler(page: Page, revision: Revision | None) -> AbstractBaseUser | None:
    """Who publishes: whoever is at work, else who set the schedule on which `revision` goes
    live; None when nobody is known."""
    active: AbstractBaseUser | None = get_active_log_context().user
    if active is not None or revision is None:
        return active
    entries = PageLogEntry.objects.filter(page_id=page.pk, revision=revision)
    last = _last(entries.filter(action="wagtail.publish.schedule"))
    return last.user if last else None


def withdrawer(page: Page) -> AbstractBaseUser | None:
    """Who unpublishes: whoever is at work, else whom Wagtail has just logged; None when the
    item's time has expired."""
    active: AbstractBaseUser | None = get_active_log_context().user
    if active is not None:
        return active
    last = _last(PageLogEntry.objects.filter(page_id=page.pk))
    return last.user if last and last.action == "wagtail.unpublish" else None


def _last(entries: QuerySet[PageLogEntry]) -> PageLogEntry | None:
    return entries.select_related("user").order_by("-timestamp", "-pk").first()


def _read_live_fields(page: NewsPage, rows: QuerySet[NewsPage]) -> None:
    for name, value in rows.values(*NewsPage.live_fields, "embargoed_until").get().items():
        setattr(page, name, value)


def _mirrored(alias: NewsPage) -> dict[str, dt.datetime | None]:
    """Times of the item that `alias` shows at another place; it goes live after that one."""
    names = ("published_at", "modified_at", "retracted_at", "embargoed_until")
    source = NewsPage.objects.filter(pk=alias.alias_of_id)
    return dict(zip(names, source.values_list(*names).get(), strict=True))


def _note_change(
    page: NewsPage, by: AbstractBaseUser | None, revision: Revision | None, now: dt.datetime
) -> None:
    """Sets the item's times, and writes down who published what."""
    kind = page.coming_kind()
    note = page.update_note if kind in TOLD else ""
    times = page.coming_times(kind, now)
    NewsPage.objects.filter(pk=page.pk).update(**times)
    _write_down(page, kind, note=note, at=now, by=by, revision=revision)
    if kind in TOLD:
        log(page, f"prcouncil_news.{kind}", user=by, data={"note": note}, revision=revision)


def _write_down(page: NewsPage, kind: UpdateKind, **said: Any) -> None:
    """With headline and code as they are: the ledger is read when the page is no more."""
    Publication.objects.create(page_id=page.pk, title=page.title, code=page.code, kind=kind, **said)


def _let_wait(page: NewsPage, now: dt.datetime) -> None:
    """An embargo set, moved or lifted with this publication is that of the other languages too, as
    far as readers have not seen them."""
    group = NewsPage.objects.live().filter(translation_key=page.translation_key)
    for other in group.exclude(pk=page.pk).filter(modified_at__gt=now).order_by("pk"):
        out = other.embargo_of_group(now) or now
        NewsPage.objects.filter(pk=other.pk).update(published_at=out, modified_at=out)
        NewsTag.objects.filter(content_object_id=other.pk).update(published_at=out)
        forget_item(other)
