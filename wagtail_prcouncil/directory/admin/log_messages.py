"""What the history of an agency tells of its closings."""

from typing import Any

from django.utils.dateparse import parse_date
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import ModelLogEntry

from wagtail_prcouncil.directory.models import Agency
from wagtail_prcouncil.directory.states import ClosingReason
from wagtail_prcouncil.ui.dates import displayed
from wagtail_prcouncil.ui.languages import page_language


class _TellsClosing(LogFormatter):
    """Day and reason of the closing that an entry is about."""

    def words(self, data: dict[str, Any]) -> dict[str, str]:
        day = parse_date(data.get("closed_on", ""))
        reasons = dict(ClosingReason.choices)
        reason = data.get("reason", "")
        return {
            "day": displayed(day, "short", page_language(None)) if day else "",
            "reason": str(reasons.get(reason, reason)),
        }


class ClosedMessage(_TellsClosing):
    label = _("Close agency")

    def format_message(self, log_entry: ModelLogEntry) -> str:
        words = self.words(log_entry.data)
        codes = log_entry.data.get("successors", [])
        if not codes:
            return gettext("Agency closed on %(day)s: %(reason)s") % words
        words["successors"] = gettext(", ").join(_names(codes))
        sentence = gettext("Agency closed on %(day)s: %(reason)s; successors: %(successors)s")
        return sentence % words


class ReopenedMessage(_TellsClosing):
    label = _("Open agency again")

    def format_message(self, log_entry: ModelLogEntry) -> str:
        sentence = gettext("Agency opened again; it had been closed on %(day)s: %(reason)s")
        return sentence % self.words(log_entry.data)


def register_messages(registry: LogActionRegistry) -> None:
    registry.register_action("prcouncil_directory.close_agency")(ClosedMessage)
    registry.register_action("prcouncil_directory.reopen_agency")(ReopenedMessage)
    registry.register_action(
        "prcouncil_directory.import_agency", _("Import agency"), _("Agency imported from a file")
    )


def _names(codes: list[str]) -> list[str]:
    """Of agencies that are gone the code is all that is left."""
    language = page_language(None).code
    found = {row.code: row.name_in(language) for row in Agency.objects.filter(code__in=codes)}
    return [found.get(code, code) for code in codes]
