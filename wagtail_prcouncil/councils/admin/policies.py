"""What Wagtail's screens ask before they show something of councils: `scopes` answers."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import reduce
from operator import or_
from typing import Any, ClassVar

from django.contrib.auth import get_permission_codename
from django.db import models
from django.db.models import QuerySet
from wagtail.permission_policies.base import BaseDjangoAuthPermissionPolicy

from wagtail_prcouncil.councils.models import Appointment, Election, Seat, Term
from wagtail_prcouncil.councils.scopes import Scope, scopes_of, within
from wagtail_prcouncil.councils.states import Right

SEEING = ("view", "add", "change", "delete")
"""Who has one of these somewhere, finds the list in his menu."""


class CouncilPolicy(BaseDjangoAuthPermissionPolicy):
    """Rights on rows that lead to a council by `link`, each within its scope. What a user may where
    is read once in a request, for all features that build on councils together (each says which
    `rights` are its own): the menu asks for dozens."""

    permission_cache_name = "_prcouncil_scopes"
    rights: ClassVar[type[StrEnum]] = Right
    all_rights: ClassVar[set[str]] = set()

    def __init__(self, model: type[models.Model], link: str) -> None:
        super().__init__(model)
        self.link = link
        self.all_rights.update(self.rights)

    def get_all_permissions_for_user(self, user: Any) -> Mapping[str, Scope]:
        return scopes_of(user, self.all_rights)

    def scope(self, user: Any, action: str) -> Scope:
        """Of "view", "add", "change", "delete", "confirm", "export"."""
        name = f"{self.model._meta.app_label}.{self._codename(action)}"
        return self.get_cached_permissions_for_user(user).get(name, Scope())

    def scope_of_any(self, user: Any, actions: Iterable[str]) -> Scope:
        """Where the user may do at least one of these."""
        return reduce(or_, (self.scope(user, action) for action in actions), Scope())

    def user_has_permission(self, user: Any, action: str) -> bool:
        return bool(self.scope(user, action))

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Any) -> bool:
        council = instance
        for name in self.link.split("__"):
            council = getattr(council, name)
        return self.scope(user, action).covers(council)

    def user_has_any_permission_for_instance(
        self, user: Any, actions: Iterable[str], instance: Any
    ) -> bool:
        return any(
            self.user_has_permission_for_instance(user, action, instance) for action in actions
        )

    def instances_user_has_any_permission_for(
        self, user: Any, actions: Iterable[str]
    ) -> QuerySet[Any]:
        rows = self.model._default_manager.all()
        return within(rows, self.scope_of_any(user, actions), self.link)

    def users_with_any_permission(self, actions: Iterable[str]) -> QuerySet[Any]:
        """By the right alone: mail to these says nothing of a council."""
        codenames = [self._codename(action) for action in actions]
        users: QuerySet[Any] = self._get_users_with_any_permission_codenames(codenames)
        return users

    def _codename(self, action: str) -> str:
        return get_permission_codename(action, self.model._meta)


SEATS = CouncilPolicy(Seat, "council")
TERMS = CouncilPolicy(Term, "council")
APPOINTMENTS = CouncilPolicy(Appointment, "seat__council")
ELECTIONS = CouncilPolicy(Election, "seat__council")


def sitting_seen_by(user: Any) -> Scope:
    """Councils of which the user sees who sits there: seats or appointments."""
    return SEATS.scope_of_any(user, SEEING) | APPOINTMENTS.scope_of_any(user, SEEING)
