"""How site history tells of what was done to comments; without a word of theirs."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import ModelLogEntry

from wagtail_prcouncil.comments.states import Reason, Verb


class DecidedMessage(LogFormatter):
    """With the reason, where there is one."""

    def format_comment(self, log_entry: ModelLogEntry) -> str:
        reason = log_entry.data.get("reason", "")
        return str(Reason(reason).label) if reason in Reason else ""


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


def register_messages(registry: LogActionRegistry) -> None:
    for verb, message in DONE.items():
        words = {"label": verb.label, "message": message}
        formatter = type("DecidedMessage", (DecidedMessage,), words)
        registry.register_action(f"prcouncil_comments.{verb}")(formatter)
