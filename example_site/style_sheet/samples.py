"""The invented content: `words/fa.toml` and `words/en.toml`, which hold the same keys."""

import tomllib
from collections.abc import Sequence
from itertools import cycle
from pathlib import Path
from typing import Any

from django.forms import Form
from wagtail.images.models import AbstractImage

from style_sheet.forms import LetterForm
from wagtail_prcouncil.audience.forms import VoteForm
from wagtail_prcouncil.comments.forms import CommentForm, ReportForm
from wagtail_prcouncil.ui.languages import PageLanguage
from wagtail_prcouncil.ui.months import Month, Occasion
from wagtail_prcouncil.ui.teasers import Teaser
from wagtail_prcouncil.ui.tenure import Stay, Tenure

ICONS = (
    "back forward calendar check clock close globe menu place print reply seal search share theme"
).split()
WAYS = {"back", "forward", "reply"}  # turn with the direction of the page
FOLDER = Path(__file__).parent / "words"


def read(language: PageLanguage) -> dict[str, Any]:
    """The words in Persian or else in English."""
    name = "fa" if language.is_persian else "en"
    return tomllib.loads((FOLDER / f"{name}.toml").read_text())


def samples(language: PageLanguage, pictures: Sequence[AbstractImage]) -> dict[str, Any]:
    """Context of the page. Nothing in it depends on the day on which it is looked at."""
    words = read(language)
    stock = cycle(pictures or [None])
    teasers = [Teaser(image=next(stock), **row) for row in words["teasers"]]
    occasions = [Occasion(**row) for row in words["occasions"]]
    wrong = {"mail": "sara@", "topic": "0", "day": words["wrong_day"], "answer": "1", "text": "-"}
    return words | {
        "teasers": teasers,
        "album": [row | {"image": next(stock)} for row in words["album"]],
        "month": Month.of(words["today"], occasions, language, today=words["today"]),
        "tenure": _tenure(words["tenure"], language),
        "tenure_caption": words["tenure"]["caption"],
        "letter": LetterForm(words["form"], auto_id="letter_%s"),
        "wrong_letter": LetterForm(words["form"], wrong, auto_id="wrong_%s"),
        "vote": VoteForm(auto_id="vote_%s"),
        "answered": {"is_useful": False},
        "comment": _named(CommentForm(), "comment"),
        "wrong_comment": _named(CommentForm(words["typed_comment"]), "wrong_comment"),
        "late_comment": _named(CommentForm(words["typed_comment"]), "late_comment"),
        "wrong_report": _named(ReportForm({}), "wrong_report"),
        "icons": [(name, name in WAYS) for name in ICONS],
    }


def _named(form: Form, name: str) -> Form:
    """With ids of its own: elsewhere there is one form of comments on a page."""
    form.auto_id = f"{name}_%s"
    return form


def _tenure(words: dict[str, Any], language: PageLanguage) -> Tenure:
    places = {
        place["title"]: [Stay(**stay) for stay in place["stays"]] for place in words["places"]
    }
    return Tenure.of(places, words["since"], words["until"], language)
