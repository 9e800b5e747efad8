"""By what the report of moderation adds up: lines that the database has counted."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.contrib.auth import get_user_model
from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.comments.admin.phrases import called
from wagtail_prcouncil.comments.models import Decision, RuleHit, WordRule
from wagtail_prcouncil.comments.office.spans import Days
from wagtail_prcouncil.comments.quantities import NOTHING
from wagtail_prcouncil.comments.scopes import Scope
from wagtail_prcouncil.comments.states import Hold, Reason, Status, Verb
from wagtail_prcouncil.comments.statistics import VERDICTS, Spans, spans, verdicts, waits_of

Waited = dict[int | None, Spans]
"""Of each moderator: how many comments waited for how many seconds."""


@dataclass(frozen=True, slots=True)
class Line:
    """Of one moderator, reason or rule: numbers by the name of their column."""

    name: str
    numbers: Mapping[str, Any]
    median: dt.timedelta | None = None


class Counted(NamedTuple):
    """A column of numbers; `of` names the column that it is a share of."""

    key: str
    heading: str | Promise
    of: str = ""


@dataclass(frozen=True, slots=True)
class Grouping:
    """One way of adding up, as a page of the report. `has_median` where lines say how long half of
    the comments waited."""

    slug: str
    title: str | Promise
    heading: str | Promise
    columns: tuple[Counted, ...]
    lines: Callable[..., list[Line]]
    note: str | Promise = ""
    has_median: bool = field(default=False)


def by_moderator(days: Days, scope: Scope, waited: Waited | None = None) -> list[Line]:
    """Who decided how often, and how much of it did not last: taken back at once, or reopened
    before anything else was decided. Four queries; three where it is known how long each of them
    let comments wait."""
    made = Decision.objects.filter(
        at__gte=days.begin, at__lt=days.end, verb__in=(*VERDICTS, Verb.TAKE_DOWN)
    )
    if not scope.everything:
        made = made.filter(scope.q("comment__thread__"))
    counted = (
        made.order_by()
        .values("by")
        .annotate(
            decided=Count("pk"),
            approved=_of(verb=Verb.APPROVE),
            rejected=_of(verb__in=(Verb.REJECT, Verb.TAKE_DOWN)),
            spam=_of(verb=Verb.MARK_SPAM),
        )
        .order_by("-decided", "by")
    )
    overturned = _overturned(made, days)
    rows: list[dict[str, Any]] = [
        row | {"overturned": overturned.get(row["by"], 0)} for row in counted
    ]
    users = get_user_model()._default_manager.in_bulk([row["by"] for row in rows if row["by"]])
    if waited is None:
        waited = waited_for(days, scope)
    lines = []
    for row in rows:
        user, found = users.get(row["by"]), waits_of(waited.get(row["by"], Spans()))
        name = called(user) if user else gettext("A rule, or somebody who is deleted")
        lines.append(Line(name, row, found.median if found else None))
    return lines


def waited_for(days: Days, scope: Scope) -> Waited:
    """Seconds that comments waited for each moderator. One query."""
    return spans(verdicts(days.begin, days.end, scope), by=F("by"))


def _overturned(made: QuerySet[Decision], days: Days) -> dict[int | None, int]:
    """How many of these did not last, by who made them. Asked of the few that overturn, since a
    look at what came after each of thousands takes longer."""
    before = (
        Decision.objects.filter(comment=OuterRef("comment"), version__lt=OuterRef("version"))
        .exclude(verb=Verb.REDACT)
        .order_by("-version")
    )
    overturning = Decision.objects.filter(at__gte=days.begin, verb__in=(Verb.UNDO, Verb.REOPEN))
    last = overturning.annotate(last=Subquery(before.values("pk")[:1])).values("last")
    counted = made.filter(pk__in=last).order_by().values_list("by").annotate(number=Count("pk"))
    return dict(counted)


def by_reason(days: Days, scope: Scope) -> list[Line]:
    """Why comments were rejected, and why published ones were taken down."""
    made = Decision.objects.filter(
        at__gte=days.begin,
        at__lt=days.end,
        verb__in=(Verb.REJECT, Verb.TAKE_DOWN),
        undone_by__isnull=True,
    )
    if not scope.everything:
        made = made.filter(scope.q("comment__thread__"))
    counted = (
        made.order_by()
        .values("reason")
        .annotate(
            all=Count("pk"), rejected=_of(verb=Verb.REJECT), taken_down=_of(verb=Verb.TAKE_DOWN)
        )
        .order_by("-all", "reason")
    )
    return [Line(_label(Reason, row["reason"]), row) for row in counted]


def by_rule(days: Days, scope: Scope) -> list[Line]:
    """What became of the comments in which a rule saw something."""
    counted = _fates(days, scope, "code")
    return [Line(_label(Hold, row["code"]), row) for row in counted]


def by_word(days: Days, scope: Scope) -> list[Line]:
    """The same of each word rule, in all its versions."""
    counted = list(_fates(days, scope, "word_rule", Q(word_rule__isnull=False)))
    words = WordRule.objects.in_bulk([row["word_rule"] for row in counted])
    return [Line(str(words[row["word_rule"]]), row) for row in counted if row["word_rule"] in words]


def _fates(days: Days, scope: Scope, key: str, condition: Q | None = None) -> Iterable[dict]:
    """Of hits on comments that were decided within these days: what the comments are now."""
    decided = verdicts(days.begin, days.end, scope).values("comment")
    hits = RuleHit.objects.filter(condition or Q(), comment__in=decided)
    counted: Iterable[dict[str, Any]] = (
        hits.order_by()
        .values(key)
        .annotate(
            held=Count("comment", distinct=True),
            approved=Count("comment", filter=Q(comment__status=Status.APPROVED), distinct=True),
            refused=Count(
                "comment",
                filter=Q(comment__status__in=(Status.REJECTED, Status.SPAM)),
                distinct=True,
            ),
        )
        .order_by("-held", key)
    )
    return counted


def _of(**condition: Any) -> Count:
    return Count("pk", filter=Q(**condition))


def _label(choices: Any, value: str) -> str:
    return str(choices(value).label) if value in choices else NOTHING


FATE = (
    Counted("held", _("Marked and decided")),
    Counted("approved", _("Published all the same"), of="held"),
    Counted("refused", _("Rejected or spam"), of="held"),
)
PRECISION = _(
    "A rule whose comments are nearly all published marks too much; comments that were erased "
    "since do not count."
)

MODERATORS = Grouping(
    "moderators",
    _("By moderator"),
    _("Moderator"),
    (
        Counted("decided", _("Decisions")),
        Counted("approved", _("Comments published")),
        Counted("rejected", _("Rejected or taken down")),
        Counted("spam", _("Spam")),
        Counted("overturned", _("Overturned"), of="decided"),
    ),
    by_moderator,
    note=_("Overturned is what was taken back at once, or reopened as the next thing."),
    has_median=True,
)
REASONS = Grouping(
    "reasons",
    _("By reason"),
    _("Reason"),
    (
        Counted("all", _("In all")),
        Counted("rejected", _("Rejected"), of="all"),
        Counted("taken_down", _("Taken down later"), of="all"),
    ),
    by_reason,
)
RULES = Grouping("rules", _("By rule"), _("Rule"), FATE, by_rule, note=PRECISION)
WORDS = Grouping("words", _("By word"), _("Word rule"), FATE, by_word, note=PRECISION)
GROUPINGS = (MODERATORS, REASONS, RULES, WORDS)
