"""What can become of a comment, and what of an official reply: the tables of transitions."""

import datetime as dt
from enum import StrEnum
from typing import NamedTuple

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Status(models.TextChoices):
    """Where a comment stands. Only an approved one is read by anybody but moderators."""

    PENDING = "pending", _("awaiting moderation")
    APPROVED = "approved", _("approved")
    REJECTED = "rejected", _("rejected")
    SPAM = "spam", _("spam")
    ERASED = "erased", _("erased")


class Shown(models.IntegerChoices):
    """How a comment stands in its public thread."""

    NOT = 0, _("not shown")
    TEXT = 1, _("shown")
    TOMBSTONE = 2, _("its place is kept for the replies below it")


class Verb(models.TextChoices):
    """What is done to a comment. Each is one line of its history."""

    APPROVE = "approve", _("approve")
    REJECT = "reject", _("reject")
    MARK_SPAM = "mark_spam", _("mark as spam")
    TAKE_DOWN = "take_down", _("take down")
    REOPEN = "reopen", _("reopen")
    REDACT = "redact", _("redact")
    UNDO = "undo", _("undo")
    ERASE = "erase", _("erase")


DONE: dict[Verb, Promise] = {
    Verb.APPROVE: _("Comment approved"),
    Verb.REJECT: _("Comment rejected"),
    Verb.MARK_SPAM: _("Comment marked as spam"),
    Verb.TAKE_DOWN: _("Comment taken down"),
    Verb.REOPEN: _("Comment reopened"),
    Verb.REDACT: _("Comment redacted"),
    Verb.UNDO: _("Decision on a comment taken back"),
    Verb.ERASE: _("Comment erased"),
}
"""How histories tell of it."""


class Right(StrEnum):
    """Permissions on reader comments; each is meant within what a moderator's scope covers."""

    MODERATE = "prcouncil_comments.moderate_readercomment"
    REOPEN = "prcouncil_comments.reopen_readercomment"
    ERASE = "prcouncil_comments.erase_readercomment"
    VIEW_ORIGINAL = "prcouncil_comments.view_original_readercomment"
    EXPORT = "prcouncil_comments.export_readercomment"
    ANSWER = "prcouncil_comments.answer_readercomment"
    APPROVE_ANSWER = "prcouncil_comments.approve_answer_readercomment"


class Transition(NamedTuple):
    """From which states a verb leads where, who may, and whether it has to be said why. `to` is
    None where the state stays, or is the one before."""

    sources: frozenset[Status]
    to: Status | None
    right: Right
    needs_reason: bool = False


OPEN = frozenset({Status.PENDING})
DECIDED = frozenset({Status.APPROVED, Status.REJECTED, Status.SPAM})
LIVING = OPEN | DECIDED

TRANSITIONS: dict[Verb, Transition] = {
    Verb.APPROVE: Transition(OPEN, Status.APPROVED, Right.MODERATE),
    Verb.REJECT: Transition(OPEN, Status.REJECTED, Right.MODERATE, needs_reason=True),
    Verb.MARK_SPAM: Transition(OPEN, Status.SPAM, Right.MODERATE),
    Verb.TAKE_DOWN: Transition(
        frozenset({Status.APPROVED}), Status.REJECTED, Right.MODERATE, needs_reason=True
    ),
    Verb.REOPEN: Transition(DECIDED, Status.PENDING, Right.REOPEN, needs_reason=True),
    Verb.REDACT: Transition(OPEN | {Status.APPROVED}, None, Right.MODERATE),
    Verb.UNDO: Transition(DECIDED, None, Right.MODERATE),
    Verb.ERASE: Transition(LIVING, Status.ERASED, Right.ERASE, needs_reason=True),
}


UNDO_WITHIN = dt.timedelta(seconds=30)
"""Later, a decision is reopened, with a reason. Mail to authors waits for longer than this."""


class Reason(models.TextChoices):
    """Why a comment is not published, or no longer; published as numbers by month."""

    LIBEL = "libel", _("libel or slander")
    INSULT = "insult", _("insult")
    NOT_PERSIAN = "not_persian", _("not in the language of the page")
    IRRELEVANT = "irrelevant", _("off topic")
    ADVERTISING = "spam_ad", _("advertising")
    DUPLICATE = "duplicate", _("duplicate")
    PERSONAL_DATA = "personal_data", _("discloses personal data")
    ILLEGAL = "illegal", _("against the law")
    HATE = "hate", _("spreads hatred")
    FALSE_CLAIM = "false_claim", _("untrue claim")
    ELECTION_LAW = "election_law", _("against the election law")
    OTHER = "other", _("another reason, given in a note")
    # Not for moderators to choose: who asked for the erasure, and the rule of time.
    OWN_WISH = "own_wish", _("at the author's wish")
    RETENTION = "retention", _("kept for as long as allowed")


OF_MODERATORS = tuple(
    reason for reason in Reason if reason not in (Reason.OWN_WISH, Reason.RETENTION)
)


class Hold(models.TextChoices):
    """What rules saw in a comment before a person did; it says why, and decides nothing."""

    DECOY = "decoy", _("a field that people do not see was filled in")
    TOO_FAST = "too_fast", _("sent within seconds")
    MANY = "many", _("many comments from one place")
    BANNED = "banned", _("the sender is banned")
    DUPLICATE = "duplicate", _("the same text once more")
    ALIKE = "alike", _("nearly the same text once more")
    LINK = "link", _("a link or an address")
    RESERVED_NAME = "reserved_name", _("a name like an official's")
    PERSONAL_DATA = "personal_data", _("personal data")
    WORD = "word", _("a word of the list")
    ACCUSATION = "accusation", _("an accusation")
    LANGUAGE = "maybe_not_persian", _("perhaps not in the language of the page")
    NO_PROOF = "no_proof", _("without proof of work")
    EXTERNAL = "external", _("an external checker's remark")


class Urgency(models.IntegerChoices):
    """In which order the queue is worked off; within one, the oldest first."""

    URGENT = 0, _("urgent")
    NORMAL = 1, _("normal")
    LATER = 2, _("later")


class Script(models.TextChoices):
    """What a text seems to be written in: a hint, never a verdict."""

    PERSIAN = "fa", _("Persian")
    MIXED = "mixed", _("Persian and Latin")
    FINGLISH = "finglish", _("Persian in Latin letters")
    LATIN = "latin", _("Latin letters")
    ARABIC = "ar", _("Arabic")
    URDU = "ur", _("Urdu")
    KURDISH = "ku", _("Kurdish")
    PASHTO = "ps", _("Pashto")
    AZERI = "az", _("Azeri")
    OTHER = "other", _("another script")
    SHORT = "short", _("too short to tell")
    NONE = "none", _("no letters")


class Mode(models.TextChoices):
    """What a comment policy says of a page and of all below it."""

    OPEN = "open", _("open: readers may comment")
    CLOSED = "closed", _("closed: what was published stays, nothing new comes")
    HIDDEN = "hidden", _("hidden: no comments are shown or taken")


class AnswerStatus(models.TextChoices):
    """An official reply is drafted by one and published by another, or by the same person where
    he has both rights."""

    DRAFT = "draft", _("draft")
    PUBLISHED = "published", _("published")
    WITHDRAWN = "withdrawn", _("withdrawn")


ANSWER_TRANSITIONS: dict[AnswerStatus, frozenset[AnswerStatus]] = {
    AnswerStatus.DRAFT: frozenset({AnswerStatus.PUBLISHED, AnswerStatus.WITHDRAWN}),
    AnswerStatus.PUBLISHED: frozenset({AnswerStatus.WITHDRAWN}),
    AnswerStatus.WITHDRAWN: frozenset({AnswerStatus.DRAFT}),
}


class ReportReason(models.TextChoices):
    """What a reader finds wrong with a published comment."""

    INSULT = "insult", _("insult")
    LIBEL = "libel", _("libel or slander")
    PERSONAL_DATA = "personal_data", _("discloses personal data")
    ADVERTISING = "spam_ad", _("advertising")
    IRRELEVANT = "irrelevant", _("off topic")
    OTHER = "other", _("something else")
