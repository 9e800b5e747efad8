"""What becomes of a comment: every change of its state goes through `decide`, one or many."""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import get_active_log_context
from wagtail.models import ModelLogEntry, Page

from wagtail_prcouncil.comments.actions.closing_reports import close_with
from wagtail_prcouncil.comments.actions.errors import CommentError, Conflict, RefusedError
from wagtail_prcouncil.comments.actions.showing import lock_threads_of, show_anew
from wagtail_prcouncil.comments.announcing import announce
from wagtail_prcouncil.comments.models import Decision, LoggedComment, ReaderComment
from wagtail_prcouncil.comments.policies import allowed_on_each
from wagtail_prcouncil.comments.scopes import scope_of
from wagtail_prcouncil.comments.states import TRANSITIONS, Reason, Shown, Status, Verb

BY_DECIDE = frozenset({Verb.APPROVE, Verb.REJECT, Verb.MARK_SPAM, Verb.TAKE_DOWN, Verb.REOPEN})
"""Verbs that do nothing but change the state."""


@dataclass(frozen=True, slots=True)
class Because:
    """Why: a reason of the list, a note that only colleagues read, one that the author gets."""

    reason: Reason | str = ""
    note: str = ""
    note_to_author: str = ""


@dataclass(slots=True)
class Outcome:
    """Of many: what was decided, and for each comment that was not, why not."""

    done: list[Decision] = field(default_factory=list)
    refused: dict[int, CommentError] = field(default_factory=dict)


def decide(
    comment_id: int,
    verb: Verb,
    *,
    expected_version: int,
    by: AbstractBaseUser | None,
    because: Because | None = None,
) -> Decision:
    """Decide one comment, as it was in `expected_version`.

    Raises PermissionDenied where it lies outside of the user's scope, or for one that is not there;
    Conflict where somebody was first; RefusedError for what a rule forbids. `by` is None for what
    a rule of time does.
    """
    outcome = decide_many({comment_id: expected_version}, verb, by=by, because=because)
    for error in outcome.refused.values():
        if isinstance(error, OutOfScopeError):
            raise PermissionDenied
        raise error
    return outcome.done[0]


class OutOfScopeError(CommentError):
    """Not the user's to decide; said in the same words as of a comment that does not exist."""

    def __init__(self) -> None:
        super().__init__(_("This comment is not there any more."))


@transaction.atomic
def decide_many(
    versions: Mapping[int, int],
    verb: Verb,
    *,
    by: AbstractBaseUser | None,
    because: Because | None = None,
) -> Outcome:
    """Decide comments by key, each as it was in the version given; those that cannot be are told
    apart in the outcome, and the others go through.

    Page, policy and permission are read anew here. Of two who decide the same comment at once the
    second changes nothing: one statement looks at the version and writes.
    """
    because = because or Because()
    if verb not in BY_DECIDE:
        raise ValueError(verb)
    _check_reason(verb, because)
    outcome = Outcome()
    lock_threads_of(versions)
    found = _read(versions)
    ready = _ready(found, versions, verb, by, outcome)
    won = _write(ready, versions, verb, by, because)
    for pk, comment in ready.items():
        if pk not in won:
            outcome.refused[pk] = Conflict(_fresh(pk))
        else:
            _take_over(comment, won[pk])
    _follow(list(won), ready, verb, by, because, outcome)
    return outcome


def _check_reason(verb: Verb, because: Because) -> None:
    if TRANSITIONS[verb].needs_reason and not because.reason:
        raise RefusedError(_("Say why."), "reason")
    if because.reason == Reason.OTHER and not because.note.strip():
        raise RefusedError(_("Say in a note what the other reason is."), "note")


def _read(keys: Iterable[int]) -> dict[int, ReaderComment]:
    rows = ReaderComment.objects.filter(pk__in=keys).select_related(
        "thread__page", "parent", "decided_by"
    )
    return {comment.pk: comment for comment in rows}


def _ready(
    found: dict[int, ReaderComment],
    versions: Mapping[int, int],
    verb: Verb,
    by: AbstractBaseUser | None,
    outcome: Outcome,
) -> dict[int, ReaderComment]:
    """Those that may be decided as far as can be told before writing."""
    rule = TRANSITIONS[verb]
    scope = scope_of(by, rule.right) if by is not None else None
    shows = _pages_that_show(found.values()) if verb == Verb.APPROVE else set()
    ready = {}
    for pk in versions:
        comment = found.get(pk)
        if comment is None or (scope and not scope.covers(comment.thread)):
            outcome.refused[pk] = OutOfScopeError()
        elif comment.version != versions[pk] or comment.status not in rule.sources:
            outcome.refused[pk] = Conflict(comment)
        elif verb == Verb.APPROVE and (why := _not_publishable(comment, shows)):
            outcome.refused[pk] = RefusedError(why)
        else:
            ready[pk] = comment
    return ready


def _pages_that_show(comments: Iterable[ReaderComment]) -> set[int]:
    """Keys of the pages on which published comments are to be read; a handful of queries however
    many they are."""
    keys = {comment.thread.page_id for comment in comments} - {None}
    allowed = allowed_on_each(Page.objects.filter(pk__in=keys).specific())
    return {key for key, what in allowed.items() if what.shows}


def _not_publishable(comment: ReaderComment, shows: set[int]) -> str:
    page = comment.thread.page
    if page is None or not page.live:
        return _("Its page is not public any more. Reject the comment, or publish the page.")
    if page.pk not in shows:
        return _("Comments on this page are hidden by its policy.")
    if comment.parent and comment.parent.shown == Shown.NOT:
        return _("The comment that it answers is not published.")
    return ""


def _write(
    ready: Mapping[int, ReaderComment],
    versions: Mapping[int, int],
    verb: Verb,
    by: AbstractBaseUser | None,
    because: Because,
) -> dict[int, ReaderComment]:
    """Write those that are still what they were; gives them as they are now."""
    if not ready:
        return {}
    change = uuid.uuid4()
    to = TRANSITIONS[verb].to
    if to is None:
        raise ValueError(verb)
    by_version: dict[int, list[int]] = {}
    for pk in ready:
        by_version.setdefault(versions[pk], []).append(pk)
    as_seen = Q()
    for version, keys in by_version.items():
        as_seen |= Q(pk__in=keys, version=version)
    is_open = to == Status.PENDING
    # By key first, and the state by what it is not: for pairs alone SQLite would look through all
    # comments, and for a state through all that have it.
    rows = ReaderComment.objects.filter(as_seen, pk__in=list(ready))
    rows.exclude(status__in=set(Status) - set(TRANSITIONS[verb].sources)).update(
        status=to,
        shown=Shown.TEXT if to == Status.APPROVED else Shown.NOT,
        version=F("version") + 1,
        change=change,
        decided_at=None if is_open else timezone.now(),
        decided_by_id=None if is_open or by is None else by.pk,
        reason=because.reason,
        note=because.note,
        note_to_author=because.note_to_author,
        claimed_by=None,
        claimed_until=None,
    )
    return {row.pk: row for row in ReaderComment.objects.filter(pk__in=ready, change=change)}


def _take_over(comment: ReaderComment, now: ReaderComment) -> None:
    """Let the instance with its page at hand say what the database says."""
    for name in ("shown", "version", "change", "decided_at", "decided_by_id", "reason", "note"):
        setattr(comment, name, getattr(now, name))
    comment.note_to_author = now.note_to_author


def _fresh(pk: int) -> ReaderComment | None:
    return ReaderComment.objects.select_related("decided_by").filter(pk=pk).first()


def _follow(
    keys: list[int],
    comments: Mapping[int, ReaderComment],
    verb: Verb,
    by: AbstractBaseUser | None,
    because: Because,
    outcome: Outcome,
) -> None:
    """Ledger, log, readers' reports, what the threads show, mail."""
    decided = [comments[pk] for pk in keys]
    to = TRANSITIONS[verb].to or Status.PENDING
    outcome.done = record(decided, verb, by=by, reason=str(because.reason), after=to)
    if verb == Verb.TAKE_DOWN:
        close_with(outcome.done, by)
    show_anew(outcome.done)
    announce(outcome.done)


def record(
    comments: Iterable[ReaderComment],
    verb: Verb,
    *,
    by: AbstractBaseUser | None,
    after: Status,
    reason: str = "",
    undo_of: Decision | None = None,
) -> list[Decision]:
    """Write into the ledger and into Wagtail's log what was done; `status` of each comment still
    says what it was before, its version what it is now."""
    decisions = [
        Decision(
            comment=comment,
            verb=verb,
            before=comment.status,
            after=after,
            version=comment.version,
            reason=reason,
            by_id=by.pk if by is not None else None,
            undo_of=undo_of,
        )
        for comment in comments
    ]
    made = Decision.objects.bulk_create(decisions)
    _log(made, verb, by)
    for decision in made:
        decision.comment.status = after
    return made


def _log(decisions: Iterable[Decision], verb: Verb, by: AbstractBaseUser | None) -> None:
    """What `wagtail.log_actions.log` writes for one, for all of them at once."""
    context = get_active_log_context()
    kind = LoggedComment.kind()
    ModelLogEntry.objects.bulk_create(
        ModelLogEntry(
            content_type=kind,
            object_id=str(decision.comment_id),
            label=str(decision.comment),
            action=f"prcouncil_comments.{verb}",
            timestamp=decision.at,
            user=by or context.user,
            uuid=context.uuid,
            data={"reason": decision.reason, "thread": decision.comment.thread_id},
        )
        for decision in decisions
    )
