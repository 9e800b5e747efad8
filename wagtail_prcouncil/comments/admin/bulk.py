"""Deciding many at once, and what became of each."""

from collections import Counter
from typing import Any, ClassVar

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views import View
from wagtail.admin import messages

from wagtail_prcouncil.comments.actions import (
    Because,
    Conflict,
    Outcome,
    RefusedError,
    decide_many,
)
from wagtail_prcouncil.comments.admin.phrases import called
from wagtail_prcouncil.comments.admin.responding import next_url
from wagtail_prcouncil.comments.states import OF_MODERATORS, Right, Verb
from wagtail_prcouncil.pages.numerals import in_numerals

MOST = 100

OFFERED = {"approve": Verb.APPROVE, "reject": Verb.REJECT, "spam": Verb.MARK_SPAM}


class BulkView(View):
    """`id` holds "key:version" for each row that was ticked; everything of a list cannot be asked
    for, since nobody has seen it (rule A12)."""

    http_method_names: ClassVar[list[str]] = ["post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        if not request.user.has_perm(Right.MODERATE.value):
            raise PermissionDenied
        verb = OFFERED.get(request.POST.get("verb", ""))
        versions = asked_for(request.POST.getlist("id"))
        if verb is None or versions is None:
            messages.error(request, _("This cannot be done to all at once."))
        elif not versions:
            messages.warning(request, _("Tick the comments first."))
        elif len(versions) > MOST:
            most = {"number": in_numerals(MOST)}
            messages.error(request, _("No more than %(number)s at once.") % most)
        else:
            self._decide(versions, verb)
        return redirect(next_url(request))

    @property
    def user(self) -> Any:
        return self.request.user

    def _decide(self, versions: dict[int, int], verb: Verb) -> None:
        reason = self.request.POST.get("reason", "")
        if verb != Verb.REJECT:
            reason = ""
        elif reason not in OF_MODERATORS:
            messages.error(self.request, _("Say why the ticked comments are rejected."))
            return
        because = Because(reason, self.request.POST.get("note", "")[:500])
        try:
            outcome = decide_many(versions, verb, by=self.user, because=because)
        except RefusedError as refusal:
            messages.error(self.request, str(refusal))
            return
        tell = messages.warning if outcome.refused else messages.success
        tell(self.request, " ".join(report(outcome)))


def asked_for(pairs: list[str]) -> dict[int, int] | None:
    """Versions by key; None where one of the pairs is none."""
    found = {}
    for pair in pairs:
        key, _colon, version = pair.partition(":")
        if not all(part.isascii() and part.isdigit() and len(part) < 19 for part in (key, version)):
            return None
        found[int(key)] = int(version)
    return found


def report(outcome: Outcome) -> list[str]:
    """A sentence for what was done, and one for each reason why something was not."""
    number = len(outcome.done)
    words = ngettext("%(number)s comment was decided.", "%(number)s comments were decided.", number)
    said = [words % {"number": in_numerals(number)}]
    firsts: Counter[str] = Counter()
    others: Counter[str] = Counter()
    for error in outcome.refused.values():
        now = error.now if isinstance(error, Conflict) else None
        if now and now.decided_by:
            firsts[called(now.decided_by)] += 1
        else:
            others[str(error)] += 1
    for name, number in firsts.items():
        words = ngettext(
            "Your colleague %(name)s has decided %(number)s before you.",
            "Your colleague %(name)s has decided %(number)s before you.",
            number,
        )
        said.append(words % {"name": name, "number": in_numerals(number)})
    said += [f"{in_numerals(number)}: {sentence}" for sentence, number in others.items()]
    return said
