"""Who sees which outgoing mail."""

from typing import Any

from django.db.models import Q, QuerySet
from wagtail.permission_policies import ModelPermissionPolicy

from wagtail_prcouncil.outbox.grounds import registered_grounds
from wagtail_prcouncil.outbox.models import Message


class MessagePolicy(ModelPermissionPolicy):
    """Administrators see all of it; others who have the right, what apps name as theirs."""

    def seen_by(self, user: Any) -> QuerySet[Message]:
        rows = Message.objects.all()
        if not self.user_has_permission(user, "view"):
            return rows.none()
        if user.is_superuser:
            return rows
        theirs = Q(pk__in=())
        for ground in registered_grounds().values():
            theirs |= ground.seen_by(user)
        return rows.filter(theirs)


MESSAGES = MessagePolicy(Message)
