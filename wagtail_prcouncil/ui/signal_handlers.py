"""Wagtail → the menu: what may change its words, its order or who may read it."""

from typing import Any

from django.db import transaction
from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.signals import post_page_move

from wagtail_prcouncil.ui.menu import forget_menus

TOLD = (Page, PageViewRestriction, Site)


def connect() -> None:
    for signal in (post_save, post_delete):
        signal.connect(forget_menus_of, dispatch_uid="prcouncil_ui.menu")
    post_page_move.connect(forget_menus_of, dispatch_uid="prcouncil_ui.menu")


def forget_menus_of(instance: Model, **kwargs: Any) -> None:
    """At once for this request, and again after commit: between the two another request may
    have read the old rows and kept them."""
    if isinstance(instance, TOLD) and not kwargs.get("raw"):
        forget_menus()
        transaction.on_commit(forget_menus)
