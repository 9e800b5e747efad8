"""A first list of word rules, for those who begin without one."""

from collections.abc import Iterable

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext as _

from wagtail_prcouncil.comments.actions.errors import RefusedError
from wagtail_prcouncil.comments.actions.ruling import Added, add_rules, without_rule
from wagtail_prcouncil.comments.rules.starting_list import STARTING_LIST, WordKind


def still_to_add() -> list[WordKind]:
    """Of the starting list what no rule looks for yet, in whatever spelling, in use or not."""
    every = [words for kind in STARTING_LIST for words in kind.words]
    fresh = set(without_rule(every))
    left = (
        kind._replace(words=tuple(w for w in kind.words if w in fresh)) for kind in STARTING_LIST
    )
    return [kind for kind in left if kind.words]


@transaction.atomic
def add_starting_list(chosen: Iterable[str], *, by: AbstractBaseUser) -> Added:
    """Make rules of those words of the starting list that were chosen. A rule that is there stays
    as the site has it, so doing this twice is doing it once.

    Raises PermissionDenied, and RefusedError where none of the list was chosen.
    """
    wanted = set(chosen)
    listed = [(kind, [w for w in kind.words if w in wanted]) for kind in STARTING_LIST]
    made, known = [], []
    for kind, words in listed:
        if words:
            added = add_rules(words, by=by, code=kind.code, urgency=kind.urgency)
            made += added.made
            known += added.known
    if not (made or known):
        raise RefusedError(_("Choose at least one word."), "words")
    return Added(made, known)
