"""Who sees which outgoing mail."""

from django.contrib.auth.models import Permission, User
from django.db.models import Q
from wagtail import hooks

from wagtail_prcouncil.outbox.actions import put
from wagtail_prcouncil.outbox.grounds import HOOK, Ground
from wagtail_prcouncil.outbox.models import Message
from wagtail_prcouncil.outbox.policies import MESSAGES


def keys(user: User) -> list[str]:
    return list(MESSAGES.seen_by(user).order_by("key").values_list("key", flat=True))


def test_theirs_is_what_an_app_names_and_they_may_view(db: None) -> None:
    for key in ("press.a:1", "press.b:1"):
        put(key, "a@example.ir", "a", "b", about=key)
    chief = User.objects.create_superuser("chief")
    viewer, other = User.objects.create_user("viewer"), User.objects.create_user("other")
    viewer.user_permissions.add(Permission.objects.get(codename="view_message"))

    def ground() -> Ground:
        return Ground("press", {}, lambda abouts: {}, lambda user: Q(about="press.a:1"))

    with hooks.register_temporarily(HOOK, ground):
        assert keys(chief) == ["press.a:1", "press.b:1"]
        assert keys(viewer) == ["press.a:1"]
        assert keys(other) == []
    assert Message.objects.count() == 2
