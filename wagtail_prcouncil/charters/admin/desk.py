"""The desk: which tabs it has, in their order, and which screens belong to it."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.charters.admin import (
    adopting,
    comparing,
    invitations,
    inviting_many,
    particulars,
    printing,
    reviewing,
    reviews,
    signatures,
    steps,
    text,
    unveiling,
)
from wagtail_prcouncil.charters.transitions import Verb
from wagtail_prcouncil.councils.admin.desk import Tab

TABS: Sequence[Tab] = (
    Tab("text", _("Text and versions"), text.TextTab),
    Tab("particulars", _("Particulars"), particulars.ParticularsTab),
    Tab("signatures", _("Signatures"), signatures.SignaturesTab, signatures.badge),
    Tab("invitations", _("Invitations"), invitations.InvitationsTab, invitations.badge),
    Tab("unveiling", _("Unveiling"), unveiling.UnveilingTab, unveiling.badge),
    Tab("reviews", _("Reviews"), reviews.ReviewsTab),
    Tab("print", _("Print"), printing.PrintTab),
)
"""Each at `<key of the charter>/<slug>/`, named after its slug."""

STEPS: Mapping[Verb, Any] = {
    Verb.BEGIN: steps.BeginView,
    Verb.DISCARD: steps.DiscardView,
    Verb.ADOPT: adopting.AdoptView,
    Verb.REPEAL: steps.RepealView,
}
"""Screens of verbs, each at `<key of the charter>/<verb>/`, named after its verb."""

OF_A_CHARTER: Mapping[str, Any] = {
    "compare": comparing.CompareView,
    "review": reviewing.ReviewView,
    "print_page": printing.PrintPageView,
    "print_pdf": printing.PrintPdfView,
    "make_pdf": printing.MakePdfView,
}
"""Other screens of a charter, each at `<key of the charter>/<name>/`."""

OF_A_ROW: Mapping[str, Any] = {
    "evidence": reviews.EvidenceView,  # of a review
    "invite": invitations.InviteView,  # for a version
    "invite_all": inviting_many.InviteAllView,  # for a version
    "send_again": invitations.SendAgainView,  # an invitation
    "sign": signatures.RecordView,  # of a version
    "take_back": invitations.TakeBackView,  # an invitation
    "unveil": unveiling.UnveilView,  # of a version
}
"""Screens of what hangs on a charter (a version, a signature…), each at
`<name>/<key of the row>/`."""
