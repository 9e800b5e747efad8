"""The lists of charters and signatures as tables that leave the admin."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext_lazy as _

from wagtail_prcouncil.charters.admin.reading import (
    carried_as_read,
    draft_among,
    leading_among,
)
from wagtail_prcouncil.charters.models import Charter, CharterVersion
from wagtail_prcouncil.exchange.tables import Column, DateColumn, Table


def _of_leading(value: Callable[[CharterVersion], Any]) -> Callable[[Charter], Any]:
    """What the version in force says, or the last that was adopted."""

    def told(row: Any) -> Any:
        leading = leading_among(row.known_versions)
        return value(leading) if leading else None

    return told


def _draft(row: Any) -> int | None:
    draft = draft_among(row.known_versions)
    return draft.number if draft else None


CHARTERS = Table(
    _("charters"),
    [
        Column(_("title"), lambda row: row.page.title),
        Column(_("kind"), lambda row: row.get_kind_display()),
        Column(_("council"), lambda row: row.council.title),
        Column(_("version"), _of_leading(lambda version: version.number)),
        Column(_("standing"), _of_leading(lambda version: version.standing.label)),
        DateColumn(_("adopted on"), _of_leading(lambda version: version.adopted_on)),
        Column(_("adopted in"), _of_leading(lambda version: version.adopted_in_title)),
        Column(_("how it was carried"), _of_leading(carried_as_read)),
        DateColumn(_("in force from"), _of_leading(lambda version: version.in_force_from)),
        DateColumn(_("in force until"), _of_leading(lambda version: version.in_force_until)),
        Column(_("signatures"), _of_leading(lambda version: version.signed)),
        Column(_("open draft"), _draft),
        DateColumn(_("to be revised by"), lambda row: row.review_due_on),
        Column(_("language that decides"), lambda row: row.authoritative),
    ],
)

SIGNATURES = Table(
    _("signatures"),
    [
        Column(_("charter"), lambda row: row.version.charter.page.title),
        Column(_("council"), lambda row: row.version.charter.council.title),
        Column(_("version"), lambda row: row.version.number),
        Column(_("number"), lambda row: row.number),
        Column(_("person"), lambda row: row.person.name),
        Column(_("name in English"), lambda row: row.person.name_en),
        Column(_("title"), lambda row: row.title),
        Column(_("title in English"), lambda row: row.title_en),
        Column(_("agency"), lambda row: row.agency.name),
        Column(_("agency code"), lambda row: row.agency.code),
        Column(_("province"), lambda row: row.agency.province.name if row.agency.province else ""),
        Column(_("how"), lambda row: row.get_method_display()),
        Column(_("with a seat"), lambda row: not row.is_unseated),
        DateColumn(_("signed on"), lambda row: row.signed_on),
        DateColumn(_("withdrawn on"), lambda row: row.withdrawn_on),
        Column(_("why it was withdrawn"), lambda row: row.withdrawal_reason),
        DateColumn(_("recorded at"), lambda row: row.recorded_at),
    ],
)
