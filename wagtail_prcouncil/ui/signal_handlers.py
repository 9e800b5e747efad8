"""Wagtail → the menu: what may bring a page into it. Nothing else of a menu is kept."""

from typing import Any

from django.db import transaction
from wagtail.signals import page_published, post_page_move

from wagtail_prcouncil.ui.menu import forget_menus


def connect() -> None:
    page_published.connect(menu_may_grow, dispatch_uid="prcouncil_ui.menu")
    post_page_move.connect(menu_may_grow, dispatch_uid="prcouncil_ui.menu")


def menu_may_grow(**kwargs: Any) -> None:
    """Forget at once for this process, and after commit: between the two another request may
    have read the old rows and kept them."""
    forget_menus()
    transaction.on_commit(forget_menus)
