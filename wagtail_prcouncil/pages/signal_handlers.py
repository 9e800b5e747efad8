"""Django → us: what a database gets when it is migrated."""

from typing import Any

from wagtail_prcouncil.pages import actions


def make_work_groups(using: str, **kwargs: Any) -> None:
    """After `migrate`: the work groups a new site needs, and what newly installed members have
    for them. Existing ones are left as they are otherwise."""
    actions.make_work_groups(using=using)
    actions.give_permissions(using=using)
