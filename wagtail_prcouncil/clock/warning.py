"""What an administrator is told on the dashboard when the clock stands still."""

import datetime as dt
from typing import Any

from django.utils.translation import gettext, ngettext
from wagtail.admin.ui.components import Component

from wagtail_prcouncil.clock.checks import silent_since


class ClockWarning(Component):
    """Nothing while the clock ticks, or for whoever could not wind it."""

    name = "prcouncil_clock"
    template_name = "prcouncil_clock/warning.html"
    order = 10

    def render_html(self, parent_context: Any = None) -> str:
        user = parent_context["request"].user if parent_context else None
        silence = silent_since() if user and user.is_superuser else None
        return super().render_html({"silence": silence}) if silence else ""

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"sentence": _sentence(parent_context["silence"])}


def _sentence(silence: dt.timedelta) -> str:
    if silence == dt.timedelta.max:
        return gettext("The clock has never ticked: periodic work is not done.")
    minutes = int(silence.total_seconds() // 60)
    return ngettext(
        "The clock has not ticked for %(count)d minute: periodic work waits.",
        "The clock has not ticked for %(count)d minutes: periodic work waits.",
        minutes,
    ) % {"count": minutes}
