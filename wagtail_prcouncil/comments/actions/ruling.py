"""Word rules: what moderators want to see marked in comments."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from wagtail_prcouncil.comments.actions.errors import RefusedError
from wagtail_prcouncil.comments.models import WordRule
from wagtail_prcouncil.persian.text import canonical, fold

MOST_AT_ONCE = 1000
LONGEST_WORDS: int = WordRule._meta.get_field("words").max_length or 100


class Added(NamedTuple):
    """Of a list of words: the new rules, and those words for which there was a rule already."""

    made: list[WordRule]
    known: list[str]


def save_rule(rule: WordRule, *, by: AbstractBaseUser) -> WordRule:
    """Store a new rule, or one that was changed: its version grows, so that older hits still say
    which wording they come from. What was found before stays found.

    Raises PermissionDenied, and RefusedError for words that another rule has in another spelling.
    """
    is_new = rule.pk is None
    _may("add" if is_new else "change", by)
    check_words(rule.words, beside=rule.pk)
    with transaction.atomic():
        if not is_new:
            rule.version = F("version") + 1
        rule.save()
        rule.refresh_from_db()
        log(rule, "wagtail.create" if is_new else "wagtail.edit", user=by, content_changed=True)
    return rule


def add_rules(lines: Iterable[str], *, by: AbstractBaseUser, **kind: Any) -> Added:
    """Make a rule of each line, all of one `kind` (match, code, urgency); words that have a rule,
    in whatever spelling, are passed over.

    Raises PermissionDenied, and RefusedError for more than 1,000 lines and for lines that cannot be
    rules; nothing is stored then.
    """
    _may("add", by)
    listed = [words for line in lines if (words := " ".join(canonical(line).split()))]
    _check_lines(listed)
    by_key = _rules_by_key()
    fresh: dict[str, str] = {}
    known = []
    for words in listed:
        if (key := _key(words)) in by_key or key in fresh:
            known.append(words)
        else:
            fresh[key] = words
    with transaction.atomic():
        made = [WordRule.objects.create(words=words, **kind) for words in fresh.values()]
        for rule in made:
            log(rule, "wagtail.create", user=by, content_changed=True)
    return Added(made, known)


def without_rule(lines: Iterable[str]) -> list[str]:
    """Those words that no rule looks for yet, in whatever spelling. One query."""
    by_key = _rules_by_key()
    return [words for words in lines if _key(words) not in by_key]


def check_words(words: str, *, beside: int | None = None) -> None:
    """Raises RefusedError where there is nothing to look for, or another rule looks for the same
    in another spelling; `beside` is the rule that is being changed."""
    key = _key(words)
    if not key:
        raise RefusedError(_("There is no letter in this to look for."), "words")
    other = _rules_by_key(beside).get(key)
    if other is not None:
        sentence = _("There is a rule for this already: “%(words)s”.")
        raise RefusedError(sentence % {"words": other}, "words")


def _check_lines(listed: list[str]) -> None:
    if not listed:
        raise RefusedError(_("Write one word or phrase in each line."), "words")
    if len(listed) > MOST_AT_ONCE:
        raise RefusedError(_("These are more than 1000 lines. Add them in parts."), "words")
    wrong = [words for words in listed if len(words) > LONGEST_WORDS or not fold(words)]
    if wrong:
        sentence = _("These lines have no letter, or more than 100 of them: %(lines)s")
        shown = "، ".join(f"«{words[:30]}»" for words in wrong[:5])
        raise RefusedError(sentence % {"lines": shown}, "words")


def _rules_by_key(beside: int | None = None) -> dict[str, str]:
    rules = WordRule.objects.exclude(pk=beside) if beside else WordRule.objects.all()
    return {_key(words): words for words in rules.values_list("words", flat=True)}


def _key(words: str) -> str:
    """By which spellings of one word are the same, together or apart, as rules find them."""
    return fold(words).replace(" ", "")


def _may(verb: str, by: AbstractBaseUser) -> None:
    if not by.has_perm(f"prcouncil_comments.{verb}_wordrule"):
        raise PermissionDenied
