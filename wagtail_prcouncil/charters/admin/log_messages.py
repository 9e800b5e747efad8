"""What histories tell of charters."""

from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogActionRegistry

MESSAGES = {
    "set_particulars": (_("Write particulars"), _("Particulars written")),
    "begin": (_("Begin version"), _("Version begun")),
    "discard": (_("Discard draft"), _("Draft discarded")),
    "adopt": (_("Adopt"), _("Adopted")),
    "repeal": (_("Repeal"), _("Repealed")),
    "unveil": (_("Record unveiling"), _("Unveiling recorded")),
    "sign": (_("Sign"), _("Signed")),
    "withdraw_signature": (_("Withdraw signature"), _("Signature withdrawn")),
    "invite": (_("Invite to sign"), _("Invited to sign")),
    "send_invitation_again": (_("Send invitation again"), _("Invitation sent again")),
    "revoke_invitation": (_("Take invitation back"), _("Invitation taken back")),
    "close_invitations": (
        _("Close invitations"),
        _("Invitations closed: the version that they were for has ended"),
    ),
    "review_clause": (_("Review clause"), _("Clause reviewed")),
}


def register_messages(registry: LogActionRegistry) -> None:
    for verb, (label, message) in MESSAGES.items():
        registry.register_action(f"prcouncil_charters.{verb}", label, message)
