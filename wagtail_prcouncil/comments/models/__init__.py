from wagtail_prcouncil.comments.models.comment import (
    LONGEST_NAME,
    LONGEST_NOTE,
    LONGEST_TEXT,
    ReaderComment,
)
from wagtail_prcouncil.comments.models.counted_month import CountedMonth
from wagtail_prcouncil.comments.models.decision import Decision, LedgerIsAppendOnlyError
from wagtail_prcouncil.comments.models.history import CommentHistory, LoggedComment
from wagtail_prcouncil.comments.models.official_reply import (
    LONGEST_ANSWER,
    CannedReply,
    OfficialReply,
)
from wagtail_prcouncil.comments.models.policy import CommentPolicy, ModerationScope
from wagtail_prcouncil.comments.models.readers_say import (
    LONGEST_REPORT,
    CommentVote,
    ReaderReport,
)
from wagtail_prcouncil.comments.models.sender import Ban, HashKey, MailedLink
from wagtail_prcouncil.comments.models.thread import Thread
from wagtail_prcouncil.comments.models.word_rule import RuleHit, WordRule

__all__ = [
    "LONGEST_ANSWER",
    "LONGEST_NAME",
    "LONGEST_NOTE",
    "LONGEST_REPORT",
    "LONGEST_TEXT",
    "Ban",
    "CannedReply",
    "CommentHistory",
    "CommentPolicy",
    "CommentVote",
    "CountedMonth",
    "Decision",
    "HashKey",
    "LedgerIsAppendOnlyError",
    "LoggedComment",
    "MailedLink",
    "ModerationScope",
    "OfficialReply",
    "ReaderComment",
    "ReaderReport",
    "RuleHit",
    "Thread",
    "WordRule",
]
