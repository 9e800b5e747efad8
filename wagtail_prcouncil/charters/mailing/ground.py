"""What the outbox's list says of mail of charters, and to whom it shows it."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import CharField, Q, Value
from django.db.models.functions import Cast, Concat
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.charters.admin.policies import SIGNATURES
from wagtail_prcouncil.charters.mailing.inviting import ABOUT
from wagtail_prcouncil.charters.models import Invitation
from wagtail_prcouncil.councils.admin.policies import SEEING
from wagtail_prcouncil.councils.scopes import within
from wagtail_prcouncil.outbox.grounds import Ground, Subject

EVENTS = {
    "invited": _("Invitation to sign"),
    "reminded": _("Invitation to sign, once more"),
}


def mail_ground() -> Ground:
    return Ground("charters", EVENTS, subjects, seen_by)


def subjects(abouts: Iterable[str]) -> Mapping[str, Subject]:
    """Charters by "charter-invitation:17", each with its invitations."""
    keys = [about.removeprefix(ABOUT) for about in abouts if about.startswith(ABOUT)]
    rows = Invitation.objects.filter(pk__in=[key for key in keys if key.isdigit()])
    return {
        f"{ABOUT}{row.pk}": Subject(
            row.version.charter.page.title,
            reverse("prcouncil_charters:invitations", args=[row.version.charter_id]),
        )
        for row in rows.select_related("version__charter__page").defer("version__texts")
    }


def seen_by(user: Any) -> Q:
    """Mail about invitations to charters whose signatures the user sees."""
    scope = SIGNATURES.scope_of_any(user, SEEING)
    rows = within(Invitation.objects.order_by(), scope, "version__charter__council")
    named = Concat(Value(ABOUT), Cast("pk", CharField()))
    return Q(about__in=rows.annotate(mail_about=named).values("mail_about"))
