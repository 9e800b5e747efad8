"""By what a browser is known again when it changes its vote: a mark that only the addresses of
votes ever see."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.ui.cookies import BrowserMark


def cookie_path() -> str:
    """ "/audience/vote/": where all votes are cast, and nothing is read."""
    return reverse("prcouncil_audience:vote", args=[0]).removesuffix("0/")


VOTER = BrowserMark(
    "prc-voter",
    _("Knows the browser again that has voted on an item, so that it may change its vote."),
    cookie_path,
)
