"""How the history of an item tells of our actions."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import ModelLogEntry

from wagtail_prcouncil.news.states import TOLD


class ToldMessage(LogFormatter):
    """A change that readers were told of, with the note they read."""

    def format_comment(self, log_entry: ModelLogEntry) -> str:
        return str(log_entry.data.get("note", ""))


class RefiledMessage(LogFormatter):
    """To which section or agency an item went with others."""

    label = _("Change section or agency")
    message = _("Section or agency changed")

    def format_comment(self, log_entry: ModelLogEntry) -> str:
        told = [log_entry.data.get(name) for name in ("section", "agency")]
        return gettext(", ").join(filter(None, told))


class _OnPage(LogFormatter):
    """On which page an item is shown, or is no more."""

    def format_comment(self, log_entry: ModelLogEntry) -> str:
        return str(log_entry.data.get("page", ""))


class PlacedMessage(_OnPage):
    label = _("Place on another page")
    message = _("Placed on another page")


class TakenDownMessage(_OnPage):
    label = _("Take down from another page")
    message = _("Taken down from another page")


def register_messages(registry: LogActionRegistry) -> None:
    registry.register_action(
        "prcouncil_news.allot_code", _("Allot news code"), _("News code allotted")
    )
    registry.register_action(
        "prcouncil_news.import_code", _("Import news code"), _("News code imported")
    )
    registry.register_action("prcouncil_news.refile")(RefiledMessage)
    registry.register_action("prcouncil_news.place")(PlacedMessage)
    registry.register_action("prcouncil_news.take_down")(TakenDownMessage)
    for kind in sorted(TOLD):
        words = {"label": kind.label, "message": kind.label}
        formatter = type("ToldMessage", (ToldMessage,), words)
        registry.register_action(f"prcouncil_news.{kind}")(formatter)
