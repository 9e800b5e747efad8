"""An import from its first item to its last: what is new is written, the rest is told."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from django.apps import apps
from django.db import transaction
from django.utils.translation import gettext

from wagtail_prcouncil.news.importing.bulk import write_live
from wagtail_prcouncil.news.importing.checking import (
    BadItemError,
    Checker,
    Ready,
    digest_of,
    guid_of,
)
from wagtail_prcouncil.news.importing.items import SourceItem
from wagtail_prcouncil.news.models import ImportedNews, NewsCode, NewsIndexPage

BATCH = 100  # items written in one transaction: all of them, or none


@dataclass(frozen=True)
class Remark:
    """A sentence about one item, for people; `is_error` when it was not written."""

    line: int
    title: str
    sentence: str
    is_error: bool = False


@dataclass
class Report:
    """How an import went. `counts` has new, unchanged, changed and bad."""

    counts: Counter[str] = field(default_factory=Counter)
    remarks: list[Remark] = field(default_factory=list)

    def tell(self, item: SourceItem, sentence: str, *, is_error: bool = False) -> None:
        self.remarks.append(Remark(item.line, item.title[:80], sentence, is_error))


def run(
    items: Iterable[SourceItem],
    index: NewsIndexPage,
    checker: Checker,
    *,
    source: str,
    is_dry: bool = False,
) -> Iterator[Report]:
    """Import into `index`; yields the one report after each batch.

    An item that came before is passed over, also one whose words have changed at the source since:
    editors here may have changed them too, so that is told and left to them. A bad item is told and
    skipped. What is written is written whole: run again, an import that broke off goes on.
    """
    report, seen = Report(), set[str]()
    waiting = iter(items)
    while batch := list(islice(waiting, BATCH)):
        fresh = _fresh(batch, source, seen, report)
        ready = _ready(fresh, checker, report)
        if not is_dry and ready:
            with transaction.atomic():
                _write(ready, index, source)
        report.counts["new"] += len(ready)
        yield report


def _fresh(
    batch: Iterable[SourceItem], source: str, seen: set[str], report: Report
) -> list[SourceItem]:
    """Those that have not come before, in this run or an earlier one."""
    named = {item.line: guid_of(item) for item in batch}
    known = dict(
        ImportedNews.objects.filter(source=source, guid__in=named.values()).values_list(
            "guid", "digest"
        )
    )
    fresh = []
    for item in batch:
        guid = named[item.line]
        if guid in seen:
            report.counts["bad"] += 1
            report.tell(
                item, gettext("Twice in the file: %(guid)s") % {"guid": guid}, is_error=True
            )
        elif guid not in known:
            fresh.append(item)
        elif known[guid] == digest_of(item):
            report.counts["unchanged"] += 1
        else:
            report.counts["changed"] += 1
            report.tell(item, gettext("Imported before; it has changed at the source since."))
        seen.add(guid)
    return fresh


def _ready(items: Iterable[SourceItem], checker: Checker, report: Report) -> list[Ready]:
    ready = []
    for item in items:
        try:
            ready.append(checker.check(item))
        except BadItemError as error:
            report.counts["bad"] += 1
            for sentence in error.sentences:
                report.tell(item, sentence, is_error=True)
    kept = _with_free_codes(ready, report)
    for one in kept:
        for sentence in one.remarks:
            report.tell(one.item, sentence)
    return kept


def _with_free_codes(ready: list[Ready], report: Report) -> list[Ready]:
    brought = {one.page.code for one in ready if one.page.code is not None}
    taken = set(NewsCode.objects.filter(number__in=brought).values_list("number", flat=True))
    kept = []
    for one in ready:
        number = one.page.code
        if number in taken:
            report.counts["bad"] += 1
            sentence = gettext("Another news item has the code %(code)s.") % {"code": number}
            report.tell(one.item, sentence, is_error=True)
            continue
        if number is not None:
            taken.add(number)
        kept.append(one)
    return kept


def _write(ready: list[Ready], index: NewsIndexPage, source: str) -> None:
    tags = {place: one.tags for place, one in enumerate(ready)}
    write_live([one.page for one in ready], index, tags=tags)
    ImportedNews.objects.bulk_create(
        ImportedNews(source=source, guid=one.guid, page_id=one.page.pk, digest=one.digest)
        for one in ready
    )
    _redirect(ready)


def _redirect(ready: list[Ready]) -> None:
    """From the addresses that readers knew; where the site has Wagtail's redirects."""
    if not apps.is_installed("wagtail.contrib.redirects"):
        return
    from wagtail.contrib.redirects.models import Redirect  # noqa: PLC0415  (optional app)

    paths = {Redirect.normalise_path(one.path)[:255]: one.page.pk for one in ready if one.path}
    known = set(
        Redirect.objects.filter(old_path__in=paths, site=None).values_list("old_path", flat=True)
    )
    Redirect.objects.bulk_create(
        Redirect(old_path=path, redirect_page_id=key, automatically_created=True)
        for path, key in paths.items()
        if path not in known
    )
