"""An import of comments from its first to its last: what is new is written, the rest is told."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice

from django.db import transaction
from django.utils.translation import gettext

from wagtail_prcouncil.comments.actions.showing import count_anew, lock_threads
from wagtail_prcouncil.comments.importing.checking import (
    BadCommentError,
    Checker,
    OutlivedError,
    let_wait,
    nonce_of,
)
from wagtail_prcouncil.comments.importing.items import SourceComment
from wagtail_prcouncil.comments.models import ReaderComment
from wagtail_prcouncil.comments.states import Shown, Status

BATCH = 200  # comments written in one transaction: all of them, or none


@dataclass(frozen=True)
class Remark:
    """A sentence about one comment, for people, without a word of it; `is_error` when it was not
    written."""

    line: int
    sentence: str
    is_error: bool = False


@dataclass
class Report:
    """How an import went. `counts` has new, known, outlived and bad."""

    counts: Counter[str] = field(default_factory=Counter)
    remarks: list[Remark] = field(default_factory=list)

    def refuse(self, comment: SourceComment, sentence: str) -> None:
        self.counts["bad"] += 1
        self.remarks.append(Remark(comment.line, sentence, is_error=True))


def run(
    read: Callable[[], Iterator[SourceComment]], *, source: str, is_dry: bool = False
) -> Report:
    """Import what `read` gives, twice: first what answers nothing, then the replies, so that what a
    reply answers is there.

    A comment that came before is passed over, whatever has become of it here. A bad one is told and
    skipped. No page is fetched, nobody is mailed, and nothing is decided anew: what was published
    at the source is published here.
    """
    report, checker, seen = Report(), Checker(source, is_dry=is_dry), set[str]()
    answers = {one.source_id: one.parent_id for one in read() if one.parent_id}
    roots = (comment for comment in read() if not comment.parent_id)
    replies = (
        replace(comment, parent_id=_root(comment.parent_id, answers))
        for comment in read()
        if comment.parent_id
    )
    for waiting in (roots, replies):
        while batch := list(islice(waiting, BATCH)):
            with transaction.atomic():
                fresh = _fresh(batch, source, seen, report)
                _take(fresh, checker, source, report, is_dry=is_dry)
    report.remarks.sort(key=lambda remark: remark.line)
    return report


def _root(source_id: str, answers: Mapping[str, str]) -> str:
    """Replies are one level deep here: one to a reply answers what that one answers."""
    passed: set[str] = set()
    while source_id in answers and source_id not in passed:
        passed.add(source_id)
        source_id = answers[source_id]
    return source_id


def _fresh(
    batch: Iterable[SourceComment], source: str, seen: set[str], report: Report
) -> list[SourceComment]:
    """Those that have not come before, in this run or an earlier one."""
    nonces = {comment.line: nonce_of(source, comment.source_id) for comment in batch}
    rows = ReaderComment.objects.filter(nonce__in=nonces.values())
    known = set(rows.values_list("nonce", flat=True)) - seen
    fresh = []
    for comment in batch:
        nonce = nonces[comment.line]
        if nonce in seen and comment.source_id:
            sentence = gettext("Twice in the file: %(number)s")
            report.refuse(comment, sentence % {"number": comment.source_id[:60]})
        elif nonce in known:
            report.counts["known"] += 1
        else:
            fresh.append(comment)
        seen.add(nonce)
    return fresh


def _take(
    fresh: list[SourceComment], checker: Checker, source: str, report: Report, *, is_dry: bool
) -> None:
    parents = _parents(fresh, source)
    ready = []
    for one in fresh:
        remarks: list[str] = []
        try:
            comment = checker.check(one, remarks)
            if one.parent_id:
                answered = parents.get(nonce_of(source, one.parent_id))
                _join(comment, answered, remarks, is_dry=is_dry)
        except OutlivedError:
            report.counts["outlived"] += 1
            continue
        except BadCommentError as error:
            report.refuse(one, str(error))
            continue
        report.remarks += [Remark(one.line, sentence) for sentence in remarks]
        ready.append(comment)
    report.counts["new"] += len(ready)
    if ready and not is_dry:
        _write(ready)


def _parents(fresh: Iterable[SourceComment], source: str) -> dict[str, ReaderComment]:
    nonces = {nonce_of(source, comment.parent_id) for comment in fresh if comment.parent_id}
    rows = ReaderComment.objects.filter(nonce__in=nonces).select_related("parent")
    return {row.nonce: row for row in rows}


def _join(
    reply: ReaderComment, answered: ReaderComment | None, remarks: list[str], *, is_dry: bool
) -> None:
    """What is published below a comment that nobody has published would keep a place for it, as for
    one that was taken down. As where moderators decide, it waits until that one is shown."""
    reply.parent = _answered(reply, answered)
    if reply.parent is None:
        if not is_dry:
            remarks.append(gettext("What it answers is not here; it stands for itself."))
    elif reply.status == Status.APPROVED and reply.parent.shown == Shown.NOT:
        let_wait(reply)
        remarks.append(gettext("What it answers is not published; it waits for a moderator."))


def _answered(comment: ReaderComment, parent: ReaderComment | None) -> ReaderComment | None:
    """What it answers here: a comment on the same page that is not erased. One that was imported
    as a reply stands for what it answers itself."""
    root = parent and (parent.parent or parent)
    if root is None or root.thread_id != comment.thread_id or root.status == Status.ERASED:
        return None
    return root


def _write(ready: list[ReaderComment]) -> None:
    threads = {comment.thread_id for comment in ready}
    lock_threads(threads)
    ReaderComment.objects.bulk_create(ready)
    count_anew(threads, {comment.parent_id or comment.pk for comment in ready})
