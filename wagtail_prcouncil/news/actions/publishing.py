"""What happens when a news item goes live or goes."""

import datetime as dt
from collections.abc import Iterator

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from wagtail.log_actions import get_active_log_context, log
from wagtail.models import Page, PageLogEntry, Revision
from wagtail.search.index import insert_or_update_object

from wagtail_prcouncil.news.actions import coding
from wagtail_prcouncil.news.models import NewsPage, NewsTag, Publication, SectionPage
from wagtail_prcouncil.news.states import OPEN_TO_EDITORS, TOLD, UpdateKind
from wagtail_prcouncil.pages.originals import original
from wagtail_prcouncil.purging import purge_after_commit


def register_publication(
    page: NewsPage, *, by: AbstractBaseUser | None = None, revision: Revision | None = None
) -> NewsPage:
    """Note a publication: time and code at the first one, what changed at later ones, caches
    purged at each.

    `page` is live already; its live fields are set on the instance too. An item that was imported
    with an older time keeps it; under an embargo the time is the embargo's end. A revision that
    goes live again, or a change that says nothing of itself, counts as silent. Parallel first
    publications queue up at the code counter; none fails and no code is given twice.
    """
    now = timezone.now()
    with transaction.atomic():
        first = coding.locked_original(page)
        code = coding.code_of(first) or coding.allot(first, by)
        rows = NewsPage.objects.filter(pk=page.pk)
        has_new_code = rows.exclude(code=code.number).update(code=code.number)
        _read_live_fields(page, rows)
        kind = _kind(page, revision, now)
        rows.update(**_times(page, kind, now))
        _read_live_fields(page, rows)
        NewsTag.objects.filter(content_object_id=page.pk).update(published_at=page.published_at)
        note = page.update_note if kind in TOLD else ""
        by = by or publisher(page)
        Publication.objects.create(
            page_id=page.pk, kind=kind, note=note, at=now, by=by, revision=revision
        )
        if kind in TOLD:
            log(page, f"prcouncil_news.{kind}", user=by, data={"note": note})
        purge_after_commit(showing(page))
    if has_new_code:
        # Searched by its number too; Wagtail indexed the page before it had one.
        transaction.on_commit(lambda: insert_or_update_object(page))
    return page


def register_withdrawal(page: NewsPage, *, by: AbstractBaseUser | None = None) -> None:
    """Note that `page` is live no more: it keeps its code, caches forget it."""
    with transaction.atomic():
        Publication.objects.create(
            page_id=page.pk, kind=UpdateKind.WITHDRAWAL, by=by or publisher(page)
        )
        purge_after_commit(showing(page))


def refile(section: SectionPage) -> None:
    """News filed under a translation of `section` move to its original (rule A18).

    They were filed so while the translation was all there was.
    """
    first = original(section)
    group = SectionPage.objects.filter(translation_key=section.translation_key)
    others = group.exclude(pk=first.pk).values("pk")
    NewsPage.objects.filter(section_id__in=others).update(section_id=first.pk)


def publisher(page: Page) -> AbstractBaseUser | None:
    """Who is at work in the admin; for a schedule, who set it; None when nobody is known."""
    active: AbstractBaseUser | None = get_active_log_context().user
    if active is not None:
        return active
    entries = PageLogEntry.objects.filter(page_id=page.pk).order_by("-timestamp", "-pk")
    last = entries.select_related("user").first()
    return last.user if last and last.action == "wagtail.publish.schedule" else None


def showing(page: NewsPage) -> Iterator[Page]:
    """Pages whose cached copies may show this item: itself, its section, and all above them."""
    shown = Q(pk=page.pk)
    for tail in filter(None, [page, page.section_here]):
        shown |= Q(path__in=[tail.path[:end] for end in range(0, len(tail.path), Page.steplen)])
        shown |= Q(pk=tail.pk)
    yield from Page.objects.filter(shown, depth__gt=1).specific()


def _read_live_fields(page: NewsPage, rows: QuerySet[NewsPage]) -> None:
    for name, value in rows.values(*NewsPage.live_fields).get().items():
        setattr(page, name, value)


def _kind(page: NewsPage, revision: Revision | None, now: dt.datetime) -> UpdateKind:
    """What this publication means to readers."""
    if page.modified_at is None or page.modified_at > now:
        return UpdateKind.FIRST
    noted = Publication.objects.filter(page_id=page.pk, revision=revision)
    if not page.update_kind or (revision is not None and noted.exists()):
        return UpdateKind.SILENT
    kind = UpdateKind(page.update_kind)
    return kind if kind in OPEN_TO_EDITORS[page.retracted_at is not None] else UpdateKind.SILENT


def _times(page: NewsPage, kind: UpdateKind, now: dt.datetime) -> dict[str, dt.datetime | None]:
    """The live fields that a publication of this kind sets."""
    if kind == UpdateKind.FIRST:
        out = page.published_at
        if out is None or out > now:
            out = max(filter(None, [page.first_published_at or now, page.embargoed_until]))
        return {"published_at": out, "modified_at": out}
    if kind not in TOLD:
        return {}
    times: dict[str, dt.datetime | None] = {"modified_at": now}
    if kind == UpdateKind.RETRACTION:
        times["retracted_at"] = now
    elif kind == UpdateKind.REINSTATEMENT:
        times["retracted_at"] = None
    return times
