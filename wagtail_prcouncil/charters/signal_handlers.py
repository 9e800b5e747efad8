"""Wagtail → us."""

from typing import Any

from wagtail.models import Page

from wagtail_prcouncil.charters.caches import forget_after_commit, forget_naming_after_commit
from wagtail_prcouncil.charters.models import Charter, CharterPage
from wagtail_prcouncil.councils.models import CouncilPage
from wagtail_prcouncil.councils.occasions import registered


def forget_lists(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """A page comes, goes or has another address: lists and councils' pages name charters, and
    charters name councils and meetings."""
    if isinstance(instance, CharterPage):
        charter = Charter.objects.of_page(instance).select_related("council").first()
        if charter is not None:
            forget_after_commit(charter)
    elif isinstance(instance, (CouncilPage, *(kind.model for kind in registered()))):
        forget_naming_after_commit(instance)
