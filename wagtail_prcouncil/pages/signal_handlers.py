"""Django → us: what a database gets when it is migrated."""

from typing import Any

from wagtail_prcouncil.pages import actions


def make_work_groups(using: str, **kwargs: Any) -> None:
    """After `migrate`: the work groups a new site needs. Existing ones are left as they are."""
    actions.make_work_groups(using=using)
