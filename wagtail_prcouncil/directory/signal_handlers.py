"""Wagtail → the register: what changes where readers find it."""

from typing import Any

from django.db import transaction
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from wagtail_prcouncil.directory.public.addresses import forget_registers


def connect() -> None:
    for signal in (page_published, page_unpublished, page_slug_changed, post_page_move):
        signal.connect(register_may_move, dispatch_uid="prcouncil_directory.register")


def register_may_move(**kwargs: Any) -> None:
    """Forget at once for this process, and after commit: between the two another request may
    have read the old rows and kept them."""
    forget_registers()
    transaction.on_commit(forget_registers)
