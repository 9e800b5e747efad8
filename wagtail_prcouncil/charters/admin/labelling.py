"""Proposing labels in the editor: what there is to choose from, and the answer to its script."""

import json
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from django.http import HttpRequest, JsonResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from wagtail_prcouncil.charters import labels, texts
from wagtail_prcouncil.charters.blocks import LONGEST_LABEL
from wagtail_prcouncil.charters.labels import LEVELS, Labelled, Scheme
from wagtail_prcouncil.ui.languages import page_language

MOST_CLAUSES = 2_000
NAMES = (_("Clauses"), _("Parts"), _("Subclauses"))


class Option(NamedTuple):
    """A scheme as it is chosen, by examples of it."""

    key: str
    examples: str
    is_chosen: bool


class Level(NamedTuple):
    """Clauses of one level; `number` is 1 to 3."""

    number: int
    name: str
    options: list[Option]


def levels_of(page: Any) -> list[Level]:
    """What can be chosen for a page: in its language, and first what it is labelled by so far."""
    is_persian = page_language(page).is_persian
    chosen = labels.schemes_of(list(_labelled(page)), is_persian)
    return [
        Level(number, str(name), list(_options(is_persian, scheme)))
        for number, (name, scheme) in enumerate(zip(NAMES, chosen, strict=True), 1)
    ]


@require_POST
def propose(request: HttpRequest) -> JsonResponse:
    """A label for each clause that the script tells of. It stores nothing.

    Takes JSON: `clauses`, pairs of a level and a label in order; `schemes`, a key for each level;
    `again`. 400 for anything else.
    """
    asked = _asked(request.body)
    if asked is None:
        return JsonResponse({"error": gettext("This cannot be numbered.")}, status=400)
    clauses, chosen, again = asked
    return JsonResponse({"labels": labels.proposed(clauses, chosen, again=again)})


def urls() -> list[URLPattern]:
    return [path("prcouncil/charters/labels/", propose, name="prcouncil_charters_labels")]


def _labelled(page: Any) -> Iterator[Labelled]:
    for clause in texts.every_clause(texts.words_of(page, with_digests=False)):
        yield Labelled(clause.level, clause.label)


def _options(is_persian: bool, chosen: Scheme) -> Iterator[Option]:
    comma = "، " if is_persian else ", "
    for scheme in labels.schemes(is_persian):
        examples = comma.join([*(scheme.label(number) for number in (1, 2, 3)), "…"])
        yield Option(_key(scheme), examples, scheme == chosen)


def _key(scheme: Scheme) -> str:
    return "/".join(("fa" if scheme.is_persian else "en", scheme.word, scheme.style))


def _schemes() -> dict[str, Scheme]:
    every = [*labels.schemes(is_persian=True), *labels.schemes(is_persian=False)]
    return {_key(scheme): scheme for scheme in every}


def _asked(body: bytes) -> tuple[list[Labelled], list[Scheme], bool] | None:
    """None for what makes no sense."""
    try:
        match json.loads(body):
            case {"clauses": [*clauses], "schemes": [*keys], "again": bool(again)}:
                found, known = _read(clauses), _schemes()
                schemes = [known[key] for key in keys if isinstance(key, str) and key in known]
                if found is not None and len(schemes) == len(keys) == LEVELS:
                    return found, schemes, again
    except (ValueError, RecursionError):  # no JSON, no UTF-8
        pass
    return None


def _read(rows: Sequence[Any]) -> list[Labelled] | None:
    """None where a row is none, or stands deeper than one level below the one before."""
    found: list[Labelled] = []
    for row in rows[: MOST_CLAUSES + 1]:
        before = found[-1].level if found else 0
        match row:
            case [int(level), str(label)] if (
                1 <= level <= min(before + 1, LEVELS) and len(label) <= LONGEST_LABEL
            ):
                found.append(Labelled(level, label))
            case _:
                return None
    return found if len(rows) <= MOST_CLAUSES else None
