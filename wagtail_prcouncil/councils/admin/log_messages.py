"""What histories tell of seats, appointments and elections."""

from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogActionRegistry

from wagtail_prcouncil.councils.models import LOGGED, CouncilHistory

MESSAGES = {
    "appoint": (_("Appoint"), _("Appointed")),
    "correct_appointment": (_("Correct appointment"), _("Appointment corrected")),
    "order_seats": (_("Order seats"), _("Seats put in order")),
    "announce_election": (_("Announce election"), _("Election announced")),
    "correct_announcement": (_("Correct announcement"), _("Announcement corrected")),
    "open_election": (_("Set candidates"), _("Candidates set")),
    "hold_election": (_("Record the vote"), _("Vote recorded")),
    "revise_election": (_("Revise the vote"), _("Record of the vote opened again")),
    "confirm_election": (_("Confirm election"), _("Election confirmed")),
    "annul_election": (_("Annul election"), _("Election annulled")),
    "close_council": (_("Close council"), _("Council closed")),
    "gather": (_("Take over seats"), _("Seats taken over from a translation")),
    "reopen_council": (_("Open council again"), _("Council opened again")),
}


def register_messages(registry: LogActionRegistry) -> None:
    for kind in LOGGED:
        # Not by `register_model`, which makes the site's history read the same table twice.
        registry.log_entry_models_by_type.register(kind, value=CouncilHistory)
    for verb, (label, message) in MESSAGES.items():
        registry.register_action(f"prcouncil_councils.{verb}", label, message)
