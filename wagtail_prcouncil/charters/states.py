"""Words of charters; what can be done to a version stands in `transitions.py`."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Kind(models.TextChoices):
    """What sort of text it is."""

    COVENANT = "covenant", _("covenant")
    CHARTER = "charter", pgettext_lazy("a kind of charter", "charter")
    BYLAWS = "bylaws", _("bylaws")
    DIRECTIVE = "directive", _("directive")


class VersionState(models.TextChoices):
    """What was done to a version. Whether it is in force depends on the day, too: `Standing`."""

    DRAFT = "draft", _("draft")
    ADOPTED = "adopted", _("adopted")
    REPEALED = "repealed", _("repealed")


FROZEN = frozenset({VersionState.ADOPTED, VersionState.REPEALED})
"""The text of these never changes."""


class Standing(models.TextChoices):
    """Where a version stands on a day."""

    DRAFT = "draft", _("draft")
    AWAITING = "awaiting", _("adopted, not yet in force")
    IN_FORCE = "in_force", pgettext_lazy("a charter", "in force")
    SUPERSEDED = "superseded", _("superseded")
    REPEALED = "repealed", _("repealed")


TO_SIGN = frozenset({Standing.AWAITING, Standing.IN_FORCE})
"""Where a version can be signed: at an unveiling, too, before it comes into force."""


class Method(models.TextChoices):
    """How somebody signed."""

    IN_PERSON = "in_person", _("in person")
    PLEDGE = "pledge", _("pledge")
    LETTER = "letter", _("letter")
    LINK = "link", _("by a personal link")


RECORDED = frozenset({Method.IN_PERSON, Method.PLEDGE, Method.LETTER})
"""What a secretary writes down; whoever has a link signs himself."""


class InvitationState(models.TextChoices):
    """What became of an invitation to sign. That one has expired is seen from its last day."""

    OPEN = "open", _("open")
    USED = "used", _("signed")
    REVOKED = "revoked", _("taken back")


class Verdict(models.TextChoices):
    """Whether an agency kept to a clause in a year."""

    KEPT = "kept", _("kept")
    PARTLY = "partly", _("partly kept")
    NOT_KEPT = "not_kept", _("not kept")


class Change(models.TextChoices):
    """What became of a clause from one version to another."""

    ADDED = "added", _("new")
    REMOVED = "removed", _("taken out")
    CHANGED = "changed", _("reworded")
    RELABELLED = "relabelled", _("renumbered")
    MOVED = "moved", _("moved")
