"""Wagtail → us."""

from typing import Any

from django.db import transaction
from wagtail.models import Page

from wagtail_prcouncil.councils.actions.gathering import pass_on_end
from wagtail_prcouncil.councils.actions.locking import lock_in_order
from wagtail_prcouncil.councils.models import CouncilPage


def gather_facts(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """A page in the default language is the original once it is published: seats and terms that
    were written before there was one follow to it (rule A18). A translation that was made after the
    council had ended learns of that."""
    if isinstance(instance, CouncilPage):
        with transaction.atomic():
            for home in lock_in_order([instance.pk]):
                pass_on_end(home)
