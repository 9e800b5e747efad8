"""What becomes of an import, and of each of its lines."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RunState(models.TextChoices):
    CHECKED = "checked", _("checked")  # nothing is written yet
    RUNNING = "running", _("running")  # or broken off: whoever goes on starts at `next_step`
    DONE = "done", _("done")
    FAILED = "failed", _("stopped")  # rows had changed since the check, or the database refused
    WITHDRAWN = "withdrawn", _("withdrawn")


TRANSITIONS: dict[str, frozenset[str]] = {
    RunState.CHECKED: frozenset({RunState.CHECKED, RunState.RUNNING, RunState.WITHDRAWN}),
    RunState.RUNNING: frozenset(
        {RunState.RUNNING, RunState.DONE, RunState.FAILED, RunState.WITHDRAWN}
    ),
    RunState.FAILED: frozenset({RunState.CHECKED, RunState.WITHDRAWN}),
    RunState.DONE: frozenset(),
    RunState.WITHDRAWN: frozenset(),
}


def sources(state: str) -> list[str]:
    """The states from which `state` can be reached."""
    return [source for source, targets in TRANSITIONS.items() if state in targets]


class LineState(models.TextChoices):
    """What an import would do with a line, or why it cannot."""

    ERROR = "error", _("error")
    CONFLICT = "conflict", _("changed meanwhile")
    NEW = "new", _("new")
    CHANGED = "changed", _("changed")
    UNCHANGED = "unchanged", _("unchanged")
