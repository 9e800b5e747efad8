"""Something to print, for tests."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.template.loader import render_to_string
from wagtail import hooks

from wagtail_prcouncil.printing.printables import HOOK, Printable
from wagtail_prcouncil.ui.languages import PageLanguage

KEY = "leaf:1"


class Leaf:
    """A paper whose words a test changes; `words` None: there is nothing to print."""

    def __init__(self) -> None:
        self.words: str | None = "صورت‌جلسهٔ شورا"
        self.is_there = True
        self.raises: Exception | None = None
        self.rendered = 0

    def html(self, about: str, language: str) -> str | None:
        self.rendered += 1
        if self.raises:
            raise self.raises
        return None if self.words is None else paper(self.words, language)

    def printable(self) -> Printable:
        def may_ask(about: str, user: Any) -> bool:
            return bool(user.is_superuser)

        return Printable("leaf", self.html, lambda about: self.is_there, may_ask)


def paper(words: str, language: str = "fa") -> str:
    shown = PageLanguage(language, language == "fa")
    context = {"language": shown, "title": words, "institution": words}
    return render_to_string("prcouncil_printing/sheet.html", context)


@contextmanager
def registered(leaf: Leaf) -> Iterator[None]:
    with hooks.register_temporarily(HOOK, leaf.printable):
        yield
