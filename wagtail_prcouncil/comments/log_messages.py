"""How site history tells of what was done to comments; without a word of theirs."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import ModelLogEntry

from wagtail_prcouncil.comments.models import CommentHistory, ReaderComment
from wagtail_prcouncil.comments.states import DONE, Reason


class DecidedMessage(LogFormatter):
    """With the reason, where there is one."""

    def format_comment(self, log_entry: ModelLogEntry) -> str:
        reason = log_entry.data.get("reason", "")
        return str(Reason(reason).label) if reason in Reason else ""


OF_THE_OFFICE: dict[str, tuple[Promise, Promise]] = {
    "set_policy": (_("set comment policy"), _("Comment policy set")),
    "inherit_policy": (_("inherit comment policy"), _("Comment policy inherited again")),
    "set_scopes": (_("set scopes of moderators"), _("Scopes of moderators set")),
    "end_ban": (_("end ban"), _("Ban ended before its day")),
    "export": (_("export comments"), _("Reader comments exported")),
    "ban": (_("ban"), _("Sender of a comment banned")),
    "close_reports": (_("close reports"), _("Reports of readers closed")),
    "hold": (_("put under legal hold"), _("Comment put under legal hold")),
    "lift_hold": (_("lift legal hold"), _("Legal hold on a comment lifted")),
    "answer_draft": (_("draft official reply"), _("Official reply drafted")),
    "answer_publish": (_("publish official reply"), _("Official reply published")),
    "answer_withdraw": (_("withdraw official reply"), _("Official reply withdrawn")),
}
"""Of what is no decision on one comment: label and message."""


def register_messages(registry: LogActionRegistry) -> None:
    # Not by `register_model`, which makes the site's history read the same table twice.
    registry.log_entry_models_by_type.register(ReaderComment, value=CommentHistory)
    for verb, message in DONE.items():
        words = {"label": verb.label, "message": message}
        formatter = type("DecidedMessage", (DecidedMessage,), words)
        registry.register_action(f"prcouncil_comments.{verb}")(formatter)
    for name, (label, said) in OF_THE_OFFICE.items():
        registry.register_action(f"prcouncil_comments.{name}", label, said)
