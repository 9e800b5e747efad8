"""Whose numbers and reasons an editor sees by name: those of pages that he works with."""

from typing import Any, TypeVar

from django.db.models import QuerySet
from wagtail.permissions import page_permission_policy

# Whoever may do any of these with a page works with it.
WORKING = {"add", "change", "publish", "lock", "unlock"}

Rows = TypeVar("Rows", bound=QuerySet[Any])


def worked_with(rows: Rows, user: Any) -> Rows:
    """View counts or votes of items that the user works with in any language. Those of deleted
    items are for superusers, to whom nothing is closed."""
    if user.is_superuser:
        return rows
    own = page_permission_policy.instances_user_has_any_permission_for(user, WORKING)
    return rows.filter(item__in=own.order_by().values("translation_key"))
