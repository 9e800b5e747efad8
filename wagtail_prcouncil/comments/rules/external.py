"""A checker of the site's own, behind a setting: for those who run a model or ask a service.

None comes with the package: it would send readers' words elsewhere.
"""

import logging
from collections.abc import Callable
from threading import BoundedSemaphore, Thread
from typing import Any

from django.db import connections
from django.utils.module_loading import import_string

from wagtail_prcouncil import conf
from wagtail_prcouncil.comments.models import RuleHit
from wagtail_prcouncil.comments.rules.findings import Examined, Hit
from wagtail_prcouncil.comments.states import Hold

Checker = Callable[[Examined], list[Hit]]

MOST_AT_ONCE = 8
"""Askings that wait for an answer in one process; where so many hang, no further one is begun."""
LONGEST_DETAIL = 40

FAILED = Hit(Hold.EXTERNAL, RuleHit.Field.SENDER, detail="failed")

logger = logging.getLogger(__name__)
_free = BoundedSemaphore(MOST_AT_ONCE)


def external(examined: Examined) -> list[Hit]:
    """What COMMENTS_CHECKER says. Whatever goes wrong, an answer that is late included, is a hold
    and never a reader's error."""
    path = conf.comments_checker()
    if not path:
        return []
    if not _free.acquire(blocking=False):
        return [FAILED]
    answers: list[Any] = []
    asking = Thread(target=_ask, args=(path, examined, answers), daemon=True)
    asking.start()
    asking.join(conf.comments_checker_seconds())
    if not answers:
        logger.warning("COMMENTS_CHECKER %s gave no answer.", path)
        return [FAILED]
    return _checked(answers[0], examined)


def _ask(path: str, examined: Examined, answers: list[Any]) -> None:
    """In a thread of its own, since nobody else can be stopped waiting for. What it raises ends
    the thread, and Python reports it."""
    try:
        checker: Checker = import_string(path)
        answers.append(checker(examined))
    finally:
        connections.close_all()
        _free.release()


def _checked(answer: object, examined: Examined) -> list[Hit]:
    """Its hits as they can be stored: of this rule, and within the text."""
    if not isinstance(answer, list) or not all(isinstance(hit, Hit) for hit in answer):
        return [FAILED]
    longest = {RuleHit.Field(field): len(words) for field, words in examined.words()}
    kept = []
    for hit in answer:
        end = max(0, min(hit.end, longest.get(hit.field, 0)))
        start = max(0, min(hit.start, end))
        detail = hit.detail[:LONGEST_DETAIL]
        kept.append(hit._replace(code=Hold.EXTERNAL, start=start, end=end, detail=detail))
    return kept
