"""Wagtail → us."""

from typing import Any

from wagtail.models import Page

from wagtail_prcouncil.news import actions
from wagtail_prcouncil.news.models import NewsPage, SectionPage
from wagtail_prcouncil.news.public.beside import forget_chosen


def register_publication(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """Every way a page goes live: by hand, on schedule, by workflow, as alias or copy."""
    if isinstance(instance, NewsPage) and instance.live:
        actions.register_publication(instance, revision=kwargs.get("revision"))
    elif isinstance(instance, SectionPage):
        actions.refile(instance)


def register_withdrawal(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """By hand or because its time has expired."""
    if isinstance(instance, NewsPage):
        actions.register_withdrawal(instance)


def choose_anew(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """What stands beside other items may be another from now on."""
    if isinstance(instance, NewsPage):
        forget_chosen()
