"""Reviews of clauses as a table that leaves the admin."""

from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.charters.models import ClauseReview
from wagtail_prcouncil.charters.texts import Clause
from wagtail_prcouncil.exchange.tables import Column, DateColumn, Table


class Reviewed(NamedTuple):
    """A review and the clause that it is of."""

    clause: Clause | None
    row: ClauseReview

    @property
    def name(self) -> str:
        return self.clause.full_name() if self.clause else self.row.anchor


REVIEWS = Table(
    _("clause-reviews"),
    [
        Column(_("year"), lambda one: one.row.year),
        Column(_("clause"), lambda one: one.name),
        Column(_("anchor"), lambda one: one.row.anchor),
        Column(_("agency"), lambda one: one.row.agency.name),
        Column(_("agency code"), lambda one: one.row.agency.code),
        Column(_("verdict"), lambda one: one.row.get_verdict_display()),
        Column(_("evidence"), lambda one: one.row.evidence),
        Column(_("evidence in English"), lambda one: one.row.evidence_en),
        Column(_("address of the evidence"), lambda one: one.row.evidence_url),
        Column(_("has a file"), lambda one: bool(one.row.evidence_file)),
        DateColumn(_("reviewed on"), lambda one: one.row.reviewed_on),
    ],
)
