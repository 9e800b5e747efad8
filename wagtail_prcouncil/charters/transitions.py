"""What can be done to a version of a charter: its table of transitions."""

from collections.abc import Mapping
from typing import NamedTuple

from django.db import models
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.charters.rights import Right
from wagtail_prcouncil.charters.states import VersionState


class Verb(models.TextChoices):
    """What is done to a version. `BEGIN` makes one, `DISCARD` takes it off; signing asks for one
    that is in force and changes no state."""

    BEGIN = "begin", _("begin a version")
    DISCARD = "discard", _("discard the draft")
    ADOPT = "adopt", _("adopt")
    REPEAL = "repeal", _("repeal")


NONE = ""
"""Where there is no version yet, or no more."""


class Transition(NamedTuple):
    """From where a verb leads to where, the right that it asks for, and whether it has to be said
    why. NONE stands for no version: before it begins, after it was discarded."""

    before: frozenset[str]
    after: str
    right: Right
    needs_reason: bool = False


VERSIONS: Mapping[Verb, Transition] = {
    Verb.BEGIN: Transition(frozenset({NONE}), VersionState.DRAFT, Right.CHANGE),
    Verb.DISCARD: Transition(frozenset({VersionState.DRAFT}), NONE, Right.CHANGE),
    Verb.ADOPT: Transition(frozenset({VersionState.DRAFT}), VersionState.ADOPTED, Right.ADOPT),
    Verb.REPEAL: Transition(
        frozenset({VersionState.ADOPTED}), VersionState.REPEALED, Right.ADOPT, needs_reason=True
    ),
}
